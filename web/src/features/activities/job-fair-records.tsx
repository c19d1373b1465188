import { Link } from 'react-router';
import {
  JobFairs,
  type JobFairFilter,
  type JobFairsQuery,
} from '@/graphql/generated/features/activities/job-fairs';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { JobFairPlaceBadge, JobFairStateBadge } from './job-fair-badges';
import { jobFairMessages } from './job-fairs.messages';

type Fair = JobFairsQuery['jobFairs']['nodes'][number];

export interface JobFairRecordsProps {
  readonly filter: JobFairFilter;
  /** The organisation whose place at each fair is shown; nobody's when left out. */
  readonly organisationId?: string;
}

/** Fairs one under the other, page by page. */
export function JobFairRecords({ filter, organisationId }: JobFairRecordsProps) {
  const text = useText(jobFairMessages);
  const { dateTime } = useFormat();
  const pages = usePages(JobFairs, { filter, first: 20 }, (data) => data.jobFairs);
  const columns: readonly RecordColumn<Fair>[] = [
    {
      key: 'name',
      title: text('name'),
      isHead: true,
      render: ({ id, name }) => <Link to={`/job-fairs/${id}`}>{name}</Link>,
    },
    { key: 'organiser', title: text('organiser'), render: ({ organiser }) => organiser?.name },
    { key: 'when', title: text('when'), render: ({ startsAt }) => dateTime(startsAt) },
    {
      key: 'where',
      title: text('where'),
      render: ({ region, address }) => [region?.displayName, address].filter(Boolean).join(' · '),
    },
    {
      key: 'admission',
      title: text('admission'),
      render: ({ admission }) => text(`admission_${admission}`),
    },
    {
      key: 'state',
      title: text('state'),
      render: ({ state, ownPlaces }) => {
        const own = ownPlaces.find(({ organisation }) => organisation?.id === organisationId);
        return own && state === 'PUBLISHED' ? (
          <JobFairPlaceBadge state={own.state} />
        ) : (
          <JobFairStateBadge state={state} />
        );
      },
    },
  ];
  return (
    <Loaded of={pages}>
      {({ nodes }) => (
        <div className="gq-card">
          {nodes.length === 0 ? (
            <EmptyState title={text('none')}>
              <p>{text('noneText')}</p>
            </EmptyState>
          ) : (
            <>
              <Records
                caption={text('list')}
                columns={columns}
                records={nodes}
                keyOf={({ id }) => id}
              />
              <MoreButton pages={pages} />
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}
