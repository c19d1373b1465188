import { Button } from 'antd';
import { useState } from 'react';
import { AgreementAmendedFrom } from '@/graphql/generated/features/agreements/course/course';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import type { AgreementSectionProps } from '../agreement-section';
import { Changes } from '../versions/changes';
import { courseMessages } from './course.messages';
import '../versions/versions.css';

type Props = Pick<AgreementSectionProps, 'agreement'>;

/** What an amendment changes, word by word; asked for when somebody wants to see it. */
export function AmendmentChanges({ agreement }: Props) {
  const text = useText(courseMessages);
  const [isShown, setShown] = useState(false);
  return (
    <div className="gq-course-changes">
      <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {text(isShown ? 'hideChanges' : 'showChanges')}
      </Button>
      {isShown && <Comparison agreement={agreement} />}
    </div>
  );
}

function Comparison({ agreement }: Props) {
  const text = useText(courseMessages);
  const query = useOperation(AgreementAmendedFrom, { id: agreement.id });
  const partyOf = (place: number): string =>
    agreement.parties.find(({ position }) => position === place)?.name ?? '';
  return (
    <div className="gq-versions-comparison">
      <h3>{text('changesOf')}</h3>
      <Loaded of={query}>
        {({ agreement: found, obligationMetrics }) =>
          found?.amendedFrom ? (
            <Changes
              of={found.amendedFrom}
              metrics={obligationMetrics}
              subKinds={agreement.kind.subKinds}
              partyOf={partyOf}
            />
          ) : (
            <p>{text('noChanges')}</p>
          )
        }
      </Loaded>
    </div>
  );
}
