import type { AgreementCeremonyState } from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { ceremonyMessages } from './ceremony.messages';

const TONES: Readonly<Record<AgreementCeremonyState, Tone>> = {
  PLANNED: 'neutral',
  OPEN: 'accent',
  ENDED: 'good',
  CANCELLED: 'neutral',
};

export function CeremonyStateBadge({ state }: { readonly state: AgreementCeremonyState }) {
  const text = useText(ceremonyMessages);
  return <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>;
}
