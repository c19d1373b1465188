import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';
import type { Step } from '../stages';
import { CloseDialog, ShortlistDialog } from './bulk-dialogs';
import { InterviewDialog } from './interview-dialogs';
import { OfferDialog } from './offer-dialog';
import { NotStartedDialog, OnboardDialog } from './start-dialogs';

export interface StepDialogProps {
  readonly step: Step;
  readonly cards: readonly ApplicationCardFragment[];
  readonly onClose: (isDone: boolean) => void;
}

/** Asks what a step needs and takes it. */
export function StepDialog({ step, cards, onClose }: StepDialogProps) {
  const [card] = cards;
  if (card === undefined) return null;
  switch (step) {
    case 'shortlist':
      return <ShortlistDialog cards={cards} onClose={onClose} />;
    case 'close':
      return <CloseDialog cards={cards} onClose={onClose} />;
    case 'interview':
      return <InterviewDialog card={card} onClose={onClose} />;
    case 'offer':
      return <OfferDialog card={card} onClose={onClose} />;
    case 'onboard':
      return <OnboardDialog card={card} onClose={onClose} />;
    case 'notStarted':
      return <NotStartedDialog card={card} onClose={onClose} />;
  }
}

export interface OneDialogProps {
  readonly card: ApplicationCardFragment;
  readonly onClose: (isDone: boolean) => void;
}
