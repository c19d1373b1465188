import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { AgreementComparison } from '@/graphql/generated/features/agreements/versions/versions';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import type { AgreementSectionProps } from '../agreement-section';
import { Changes } from './changes';
import { versionsMessages } from './versions.messages';

export interface VersionComparisonProps extends Pick<AgreementSectionProps, 'agreement'> {
  readonly from: number;
  readonly to: number;
  readonly partyOf: (position: number) => string;
  readonly onClose: () => void;
}

/** What the later version changed, in signs and words as well as in colour. */
export function VersionComparison(props: VersionComparisonProps) {
  const { agreement, from, to, partyOf, onClose } = props;
  const text = useText(versionsMessages);
  const query = useOperation(AgreementComparison, { id: agreement.id, from, to });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [from, to]);
  return (
    <div className="gq-versions-comparison">
      <div className="gq-versions-line">
        <h3 ref={heading} tabIndex={-1}>
          {text('comparison', { from, to })}
        </h3>
        <Button size="small" onClick={onClose}>
          {text('close')}
        </Button>
      </div>
      <Loaded of={query}>
        {({ agreement: found, obligationMetrics }) =>
          found?.comparison ? (
            <Changes
              of={found.comparison}
              metrics={obligationMetrics}
              subKinds={agreement.kind.subKinds}
              partyOf={partyOf}
            />
          ) : (
            <p>{text('gone')}</p>
          )
        }
      </Loaded>
    </div>
  );
}
