import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { Term } from '../agreement-state';
import { agreementMessages } from '../agreement.messages';
import { agreementsMessages } from '../agreements.messages';

/** What it is and how long it holds. */
export function OverviewSection({ agreement }: AgreementSectionProps) {
  const text = useText(agreementMessages);
  const list = useText(agreementsMessages);
  const { dateTime } = useFormat();
  const { kind, subKind, promisedStudents, effectiveAt, endedAt, endReason, contentHash } =
    agreement;
  return (
    <Section title={text('facts')}>
      <Facts
        facts={[
          { label: list('kind'), value: kind.name },
          { label: list('form'), value: kind.subKinds.find(({ code }) => code === subKind)?.name },
          { label: list('term'), value: <Term agreement={agreement} /> },
          {
            label: list('promised'),
            value: promisedStudents == null ? null : list('persons', { count: promisedStudents }),
          },
          { label: text('effectiveAt'), value: effectiveAt ? dateTime(effectiveAt) : null },
          { label: text('endedAt'), value: endedAt ? dateTime(endedAt) : null },
          { label: text('endReason'), value: endReason },
          {
            label: text('contentHash'),
            value: contentHash ? (
              <>
                <code className="gq-agreements-hash">{contentHash}</code>
                <span className="gq-agreements-note">{text('hashHint')}</span>
              </>
            ) : null,
          },
        ]}
      />
    </Section>
  );
}
