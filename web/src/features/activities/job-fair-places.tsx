import { Link } from 'react-router';
import {
  JobFairPlaces,
  type JobFairPlacesQuery,
  type JobFairQuery,
} from '@/graphql/generated/features/activities/job-fairs';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { JobFairPlaceBadge } from './job-fair-badges';
import { jobFairMessages } from './job-fairs.messages';

type Fair = NonNullable<JobFairQuery['jobFair']>;
type Place = JobFairPlacesQuery['jobFairPlaces']['nodes'][number];

/** Who comes with which postings; for the organiser and the bureau also who is invited and what each answered. */
export function JobFairPlacesSection({ fair }: { readonly fair: Fair }) {
  const text = useText(jobFairMessages);
  const { seeInvitations: isOverseer } = fair.viewerCan;
  const pages = usePages(
    JobFairPlaces,
    { jobFairId: fair.id, states: isOverseer ? null : ['REGISTERED'], first: 50 },
    (data) => data.jobFairPlaces,
  );
  const all: readonly RecordColumn<Place>[] = [
    {
      key: 'organisation',
      title: text('organisation'),
      isHead: true,
      render: ({ organisation }) =>
        organisation && <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>,
    },
    {
      key: 'state',
      title: text('state'),
      render: ({ state }) => <JobFairPlaceBadge state={state} />,
    },
    { key: 'brings', title: text('brings'), render: ({ postings }) => <Brought of={postings} /> },
  ];
  const invitation: readonly RecordColumn<Place>[] = [
    {
      key: 'under',
      title: text('under'),
      render: ({ agreement }) =>
        agreement ? (
          <Link to={`/work/${fair.organiser?.id ?? ''}/agreements/${agreement.id}`}>
            {agreement.title}
          </Link>
        ) : (
          '–'
        ),
    },
    {
      key: 'note',
      title: text('note'),
      render: ({ reason, withdrawnCause }) =>
        withdrawnCause ? text(`cause_${withdrawnCause}`) : (reason ?? '–'),
    },
  ];
  return (
    <Section title={text(isOverseer ? 'invitations' : 'places')}>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text(isOverseer ? 'noInvitations' : 'noPlaces')} />
          ) : (
            <>
              <Records
                caption={text(isOverseer ? 'invitations' : 'places')}
                columns={isOverseer ? [...all, ...invitation] : all}
                records={nodes}
                keyOf={({ id }) => id}
              />
              <MoreButton pages={pages} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Brought({ of: postings }: { readonly of: Place['postings'] }) {
  if (postings.length === 0) return '–';
  return (
    <ul className="gq-job-fairs-brought">
      {postings.map(({ id, title }) => (
        <li key={id}>
          <Link to={`/jobs/${id}`}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
