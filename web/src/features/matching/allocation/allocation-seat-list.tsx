import { Link } from 'react-router';
import {
  AllocationSeats,
  type AllocationSeatsQuery,
} from '@/graphql/generated/features/matching/allocation/allocation';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { allocationReportMessages } from './report.messages';

type Seat = NonNullable<AllocationSeatsQuery['allocationAssignments']>['nodes'][number];

/** Who was given which seat, by posting; people by number. */
export function AllocationSeatList({ runId }: { readonly runId: string }) {
  const text = useText(allocationReportMessages);
  const pages = usePages(
    AllocationSeats,
    { allocationRunId: runId },
    ({ allocationAssignments }) => allocationAssignments,
  );
  const columns: readonly RecordColumn<Seat>[] = [
    {
      key: 'posting',
      title: text('jobPosting'),
      isHead: true,
      render: ({ jobPosting }) =>
        jobPosting === null ? (
          text('goneJobPosting')
        ) : (
          <>
            <Link to={`/jobs/${jobPosting.id}`}>{jobPosting.title}</Link>
            <span className="gq-allocation-note">{jobPosting.employerName}</span>
          </>
        ),
    },
    {
      key: 'person',
      title: text('person'),
      render: ({ profileId }) => <code className="gq-allocation-number">{profileId}</code>,
    },
    { key: 'wish', title: text('wish'), render: ({ rank }) => text('rankOne', { from: rank }) },
    { key: 'score', title: text('score'), render: ({ score }) => text('scoreOf', { score }) },
  ];
  return (
    <Section title={text('seats')}>
      <p className="gq-allocation-note">{text('seatsLead')}</p>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('seatsNone')} />
          ) : (
            <Records
              caption={text('seats')}
              columns={columns}
              records={nodes}
              keyOf={({ id }) => id}
            />
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </Section>
  );
}
