import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { agreementMessages } from '../agreement.messages';

/** What it says. */
export function TextSection({ agreement }: AgreementSectionProps) {
  const text = useText(agreementMessages);
  return (
    <Section title={text('terms')}>
      <div className="gq-agreements-terms">{agreement.terms}</div>
    </Section>
  );
}
