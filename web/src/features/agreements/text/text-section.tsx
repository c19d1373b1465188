import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { agreementMessages } from '../agreement.messages';
import { ClauseHeading } from './clause-heading';

/** What it says, clause by clause. */
export function TextSection({ agreement: { clauses } }: AgreementSectionProps) {
  const text = useText(agreementMessages);
  return (
    <Section title={text('terms')}>
      {clauses.map(({ key, position, heading, body }) => (
        <div key={key} className="gq-agreements-clause">
          {(clauses.length > 1 || heading !== '') && (
            <ClauseHeading position={position}>{heading}</ClauseHeading>
          )}
          <div className="gq-agreements-terms">{body}</div>
        </div>
      ))}
    </Section>
  );
}
