import type { AgreementVerificationQuery } from '@/graphql/generated/features/agreements/verification/verification';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { verificationMessages } from './verification.messages';

type Verification = NonNullable<AgreementVerificationQuery['agreementVerification']>;

export interface VerificationResultProps {
  readonly found: Verification;
  /** Of the file the reader holds; null when none was chosen. */
  readonly fileHash: string | null;
}

/** What the platform knows of a sealed agreement, and whether all of it still fits. */
export function VerificationResult({ found, fileHash }: VerificationResultProps) {
  const text = useText(verificationMessages);
  const format = useFormat();
  const isIntact = found.checks.every(({ isPassed }) => isPassed);
  const isSame = fileHash === found.sha256;
  return (
    <Section title={text('result')}>
      <div role="status" className="gq-verification-verdict">
        <Badge tone={isIntact ? 'good' : 'bad'}>{text(isIntact ? 'intact' : 'broken')}</Badge>
        {fileHash !== null && (
          <Badge tone={isSame ? 'good' : 'bad'}>{text(isSame ? 'same' : 'other')}</Badge>
        )}
      </div>
      <ul className="gq-verification-checks">
        {found.checks.map(({ code, isPassed }) => (
          <li key={code} className={isPassed ? 'gq-verification-good' : 'gq-verification-bad'}>
            <span aria-hidden="true">{isPassed ? '✓' : '✕'}</span>
            <span>{text(code)}</span>
            <strong>{text(isPassed ? 'passed' : 'failed')}</strong>
          </li>
        ))}
      </ul>
      {found.firstBadEvent !== null && (
        <p className="gq-verification-bad">
          {text('brokenEvent', { number: found.firstBadEvent })}
        </p>
      )}
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
