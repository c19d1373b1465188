import { Link } from 'react-router';
import { JobFairsUnderAgreement } from '@/graphql/generated/features/activities/job-fairs';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { JobFairStateBadge } from './job-fair-badges';
import { jobFairMessages } from './job-fairs.messages';
import './job-fairs.css';

/** Fairs with invitations under an agreement; nothing while there are none. */
export function InvitedFairsSection({
  agreement,
}: {
  readonly agreement: { readonly id: string };
}) {
  const text = useText(jobFairMessages);
  const { dateTime } = useFormat();
  const { data } = useOperation(JobFairsUnderAgreement, { agreementId: agreement.id });
  const fairs = data?.jobFairs.nodes ?? [];
  if (fairs.length === 0) return null;
  return (
    <Section title={text('underAgreement')}>
      <ul className="gq-job-fairs-brought">
        {fairs.map(({ id, name, startsAt, state }) => (
          <li key={id}>
            <Link to={`/job-fairs/${id}`}>{name}</Link> · {dateTime(startsAt)}{' '}
            <JobFairStateBadge state={state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
