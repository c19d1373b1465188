import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import type { Verification } from './use-verdict';
import { verificationMessages } from './verification.messages';

export interface VerificationResultProps {
  readonly found: Verification;
}

/** What the platform knows of a sealed agreement, and which of it still fits. */
export function VerificationResult({ found }: VerificationResultProps) {
  const text = useText(verificationMessages);
  const format = useFormat();
  return (
    <Section title={text('result')}>
      <ul className="gq-verification-checks">
        {found.checks.map(({ code, isPassed }) => (
          <li key={code} className={isPassed ? 'gq-verification-good' : 'gq-verification-bad'}>
            <span aria-hidden="true">{isPassed ? '✓' : '✕'}</span>
            <span>{text(code)}</span>
            <strong>{text(isPassed ? 'passed' : 'failed')}</strong>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          { label: text('number'), value: found.agreementNumber },
          { label: text('kind'), value: found.kindName },
          { label: text('parties'), value: found.partyNames.join(' · ') },
          {
            label: text('term'),
            value: `${format.date(found.startsOn)} – ${format.date(found.endsOn)}`,
          },
          { label: text('signedAt'), value: format.dateTime(found.signedAt) },
          { label: text('sealedAt'), value: format.dateTime(found.sealedAt) },
          {
            label: text('sealedHash'),
            value: <code className="gq-verification-hash">{found.sha256}</code>,
          },
          {
            label: text('keyId'),
            value: <code className="gq-verification-hash">{found.keyId}</code>,
          },
        ]}
      />
      <p className="gq-verification-note">{text('honest')}</p>
    </Section>
  );
}
