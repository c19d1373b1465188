import type { AffiliationState } from '@/graphql/generated/features/affiliations/college/students';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { studentsMessages } from './students.messages';

const TONES: Readonly<Record<AffiliationState, Tone>> = {
  ROSTERED: 'neutral',
  CLAIMED: 'warn',
  CONFIRMED: 'good',
  REFUSED: 'bad',
  LEFT: 'neutral',
};

export function StudentStateBadge({ state }: { readonly state: AffiliationState }) {
  const text = useText(studentsMessages);
  return <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>;
}
