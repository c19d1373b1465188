import { Drawer } from 'antd';
import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';
import { useText } from '@/shared/i18n/messages';
import { ApplicationDetail } from '../detail/application-detail';
import type { Step } from '../stages';
import { boardMessages } from './board.messages';

export interface CandidateDrawerProps {
  readonly applicationId: string | null;
  readonly organisationId: string;
  readonly onStep: (step: Step, card: ApplicationCardFragment) => void;
  readonly onClose: () => void;
}

/** One candidate beside the board. */
export function CandidateDrawer(props: CandidateDrawerProps) {
  const { applicationId, organisationId, onStep, onClose } = props;
  const text = useText(boardMessages);
  return (
    <Drawer
      open={applicationId !== null}
      title={text('drawer')}
      size={620}
      closable={{ 'aria-label': text('close') }}
      destroyOnHidden
      onClose={onClose}
    >
      {applicationId !== null && (
        <ApplicationDetail
          applicationId={applicationId}
          organisationId={organisationId}
          onStep={onStep}
        />
      )}
    </Drawer>
  );
}
