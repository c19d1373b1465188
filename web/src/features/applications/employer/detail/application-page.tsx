import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  EmployerApplication,
  type ApplicationCardFragment,
} from '@/graphql/generated/features/applications/employer/employer';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as PageFrame } from '@/shared/ui/page';
import { boardMessages } from '../board/board.messages';
import type { Step } from '../stages';
import { StepDialog } from '../steps/step-dialog';
import { ApplicationDetail } from './application-detail';
import { detailMessages } from './detail.messages';

interface Pending {
  readonly step: Step;
  readonly card: ApplicationCardFragment;
}

/** One application on a page of its own: where notices lead. */
export function Page() {
  const text = useText(detailMessages);
  const board = useText(boardMessages);
  const { organisationId = '', applicationId = '' } = useParams();
  const { data } = useOperation(EmployerApplication, { id: applicationId });
  const [pending, setPending] = useState<Pending | null>(null);
  const jobPosting = data?.application?.jobPosting;
  return (
    <PageFrame
      title={board('drawer')}
      actions={
        jobPosting && (
          <Link
            className="gq-candidates-link"
            to={`/work/${organisationId}/postings/${jobPosting.id}/candidates`}
          >
            {text('toBoard')}
          </Link>
        )
      }
    >
      <div className="gq-card">
        <ApplicationDetail
          applicationId={applicationId}
          organisationId={organisationId}
          onStep={(step, card) => setPending({ step, card })}
        />
      </div>
      {pending && (
        <StepDialog step={pending.step} cards={[pending.card]} onClose={() => setPending(null)} />
      )}
    </PageFrame>
  );
}
