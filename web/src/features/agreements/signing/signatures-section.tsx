import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { signingMessages } from './signing.messages';
import { TurnsList } from './turns-list';

/** Between whom it is, and whose turn it is to review or sign. */
export function SignaturesSection({ agreement, organisationId }: AgreementSectionProps) {
  const text = useText(signingMessages);
  return (
    <Section title={text('turns')}>
      <TurnsList agreement={agreement} organisationId={organisationId} />
    </Section>
  );
}
