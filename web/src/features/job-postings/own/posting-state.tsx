import type { OwnPostingRowFragment } from '@/graphql/generated/features/job-postings/own/list/own-postings';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { ownWordsMessages } from './own-words.messages';

const TONES: Readonly<Record<OwnPostingRowFragment['state'], Tone>> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'accent',
  SCHEDULED: 'accent',
  PUBLISHED: 'good',
  PAUSED: 'warn',
  CLOSED: 'neutral',
};

/** How far a posting has come, and why it is over. */
export function PostingState({
  posting: { state, closeCause },
}: {
  readonly posting: Pick<OwnPostingRowFragment, 'state' | 'closeCause'>;
}) {
  const text = useText(ownWordsMessages);
  return (
    <Badge tone={TONES[state]}>
      {state === 'CLOSED' && closeCause !== null
        ? text(`cause_${closeCause}`)
        : text(`state_${state}`)}
    </Badge>
  );
}
