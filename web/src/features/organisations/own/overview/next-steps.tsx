import { Link } from 'react-router';
import {
  EmployerFigures,
  type OrganisationOverviewQuery,
} from '@/graphql/generated/features/organisations/own/overview/overview';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { isOpen, isRecheckDue, lastInstant } from '../own-tones';
import { overviewMessages } from './overview.messages';

interface Next {
  readonly key: 'submit' | 'recheck' | 'waiting' | 'appeal' | 'profile' | 'invite' | 'post';
  readonly to: string;
  readonly date?: string;
}

export interface NextStepsProps {
  readonly data: OrganisationOverviewQuery;
  readonly organisation: NonNullable<OrganisationOverviewQuery['organisation']>;
}

/** What to do next, the most pressing first. */
export function NextSteps({ data, organisation }: NextStepsProps) {
  const text = useText(overviewMessages);
  const format = useFormat();
  const { id, kind, standing } = organisation;
  const mayPost = kind !== 'HR_BUREAU' && kind !== 'COLLEGE' && standing === 'VERIFIED';
  const figures = useOperation(EmployerFigures, { id }, { enabled: mayPost }).data;
  const steps = nextSteps(data, organisation);
  if (figures?.openPostings?.totalCount === 0) steps.push({ key: 'post', to: 'postings/new' });
  return (
    <Section title={text('next')}>
      {steps.length === 0 ? (
        <p className="gq-own-text">{text('nothing')}</p>
      ) : (
        <ul className="gq-own-next">
          {steps.map(({ key, to, date = '' }) => (
            <li key={key}>
              <Link to={`/work/${id}/${to}`}>{text(key)}</Link>
              <p>{text(`${key}Text`, { date: date && format.date(date) })}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function nextSteps(
  { organisationVerifications, organisationMembers }: OrganisationOverviewQuery,
  organisation: NextStepsProps['organisation'],
): Next[] {
  const { standing, verifiedUntil, viewerCan, description, address, contact } = organisation;
  const [latest] = organisationVerifications?.nodes ?? [];
  const steps: Next[] = [];
  const isWaiting = latest !== undefined && isOpen(latest.state);
  if (isWaiting) steps.push({ key: 'waiting', to: 'verification', date: latest.dueOn });
  else if (latest?.viewerCan.appeal) steps.push({ key: 'appeal', to: 'verification' });
  else if (standing === 'UNVERIFIED' || standing === 'LAPSED')
    steps.push({ key: 'submit', to: 'verification' });
  else if (standing === 'VERIFIED' && verifiedUntil !== null && isRecheckDue(verifiedUntil))
    steps.push({ key: 'recheck', to: 'verification', date: lastInstant(verifiedUntil) });
  const hasContact = contact !== null && (contact.phone !== null || contact.email !== null);
  if (viewerCan.edit && (description === null || address === null || !hasContact))
    steps.push({ key: 'profile', to: 'profile' });
  if (viewerCan.manageMembers && organisationMembers?.nodes.length === 1)
    steps.push({ key: 'invite', to: 'team' });
  return steps;
}
