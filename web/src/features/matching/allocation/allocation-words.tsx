import type { ShownAllocationRunFragment } from '@/graphql/generated/features/matching/allocation/allocation';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { allocationMessages } from './allocation.messages';

export type Run = ShownAllocationRunFragment;
export type Report = NonNullable<Run['report']>;

const TONES: Readonly<Record<Run['state'], Tone>> = {
  DRAFT: 'neutral',
  RUNNING: 'accent',
  PREVIEWED: 'warn',
  COMMITTED: 'good',
  DISCARDED: 'neutral',
  UNDONE: 'neutral',
};

export function AllocationStateBadge({ state }: { readonly state: Run['state'] }) {
  const text = useText(allocationMessages);
  return <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>;
}
