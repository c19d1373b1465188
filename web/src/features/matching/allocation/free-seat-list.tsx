import { Link } from 'react-router';
import {
  AllocationFreeSeats,
  type AllocationFreeSeatsQuery,
} from '@/graphql/generated/features/matching/allocation/allocation';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { Loaded } from '@/shared/ui/states';
import type { Run } from './allocation-words';
import { freeSeatMessages } from './free-seats.messages';
import { Refill } from './refill';

type Posting = NonNullable<AllocationFreeSeatsQuery['allocationPostings']>['nodes'][number];

export interface FreeSeatListProps {
  readonly run: Run;
  readonly bureauId: string;
}

/** Postings with seats that nobody holds, and the way to fill them. */
export function FreeSeatList({ run, bureauId }: FreeSeatListProps) {
  const text = useText(freeSeatMessages);
  const { number } = useFormat();
  const pages = usePages(
    AllocationFreeSeats,
    { allocationRunId: run.id },
    ({ allocationPostings }) => allocationPostings,
  );
  const columns: readonly RecordColumn<Posting>[] = [
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
    { key: 'seats', title: text('seats'), render: ({ seatCount }) => number(seatCount) },
    { key: 'given', title: text('given'), render: ({ givenCount }) => number(givenCount) },
    { key: 'declined', title: text('declined'), render: (each) => number(each.declinedCount) },
    { key: 'free', title: text('free'), render: ({ freeCount }) => number(freeCount) },
  ];
  return (
    <Section title={text('freeSeats')}>
      <p className="gq-allocation-note">{text('lead', { count: run.freeSeatCount })}</p>
      <Refill run={run} bureauId={bureauId} />
      <Loaded of={pages}>
        {({ nodes }) => (
          <Records
            caption={text('freeSeats')}
            columns={columns}
            records={nodes}
            keyOf={({ jobPosting, ...rest }) => jobPosting?.id ?? JSON.stringify(rest)}
          />
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </Section>
  );
}
