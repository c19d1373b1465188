import { Alert } from 'antd';
import { AgreementInternshipTerms } from '@/graphql/generated/features/agreements/internship/internship';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps, ShownAgreement } from '../agreement-section';
import { internshipMessages } from './internship.messages';

/** While it can still be mended. */
const OPEN: readonly ShownAgreement['state'][] = [
  'DRAFT',
  'NEGOTIATING',
  'IN_REVIEW',
  'AWAITING_SIGNATURES',
  'PARTIALLY_SIGNED',
];

/** How the student works and is paid, and which rules of internships that breaks. */
export function InternshipSection({ agreement }: AgreementSectionProps) {
  const text = useText(internshipMessages);
  const { number } = useFormat();
  const { hasInternship } = agreement.kind;
  const { data } = useOperation(
    AgreementInternshipTerms,
    { id: agreement.id },
    { enabled: hasInternship },
  );
  if (!hasInternship || !data?.agreement) return null;
  const { internship, internshipFindings } = data.agreement;
  const { state, effectiveAt } = agreement;
  const isHeldUp = state === 'SUSPENDED' && effectiveAt === null;
  const findings = isHeldUp || OPEN.includes(state) ? internshipFindings : [];
  const yuan = (amount: number): string => text('yuan', { amount: number(amount) });
  return (
    <Section title={text('title')}>
      {findings.length > 0 && (
        <Alert
          className="gq-drafting-warning"
          type="warning"
          showIcon
          title={text(isHeldUp ? 'findingsNow' : 'findings')}
          description={
            <ul className="gq-agreements-findings">
              {findings.map(({ code, message }) => (
                <li key={code}>{message}</li>
              ))}
            </ul>
          }
        />
      )}
      {internship ? (
        <Facts
          facts={[
            { label: text('postTitle'), value: internship.postTitle },
            { label: text('monthlyPay'), value: yuan(internship.monthlyPay) },
            { label: text('postMonthlyPay'), value: yuan(internship.postMonthlyPay) },
            {
              label: text('workingHours'),
              value: text('hours', {
                day: number(internship.hoursPerDay),
                week: number(internship.hoursPerWeek),
              }),
            },
            {
              label: text('hasNightWork'),
              value: text(internship.hasNightWork ? 'yes' : 'no'),
            },
            { label: text('hostEmployees'), value: number(internship.hostEmployees) },
            { label: text('postEmployees'), value: number(internship.postEmployees) },
            { label: text('collegeTutor'), value: internship.collegeTutor },
            { label: text('hostTutor'), value: internship.hostTutor },
          ]}
        />
      ) : (
        <p>{text('none')}</p>
      )}
    </Section>
  );
}
