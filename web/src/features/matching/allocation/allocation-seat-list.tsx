import { Link } from 'react-router';
import {
  AllocationSeats,
  type AllocationSeatsQuery,
} from '@/graphql/generated/features/matching/allocation/allocation';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { PostingSelect } from './postings-select';
import { allocationReportMessages } from './report.messages';

type Seat = NonNullable<AllocationSeatsQuery['allocationAssignments']>['nodes'][number];

export interface AllocationSeatListProps {
  readonly runId: string;
  readonly bureauId: string;
}

const UUID = /^[0-9a-f-]{36}$/;
const WISHES = ['all', 'first', 'later'] as const;
const RANKS = { all: {}, first: { rankAtMost: 1 }, later: { rankAtLeast: 2 } } as const;

/** Who was given which seat, by posting; people by number. */
export function AllocationSeatList({ runId, bureauId }: AllocationSeatListProps) {
  const text = useText(allocationReportMessages);
  const [{ posting, wish = 'all' }, setFilters] = useFilters<'posting' | 'wish'>();
  const postingId = posting !== undefined && UUID.test(posting) ? posting : null;
  const shownWish = WISHES.find((name) => name === wish) ?? 'all';
  const isNarrowed = postingId !== null || shownWish !== 'all';
  const pages = usePages(
    AllocationSeats,
    {
      allocationRunId: runId,
      filter: isNarrowed ? { jobPostingId: postingId, ...RANKS[shownWish] } : null,
    },
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
      <div className="gq-allocation-filters" role="group" aria-label={text('filters')}>
        <FilterTabs
          label={text('wish')}
          value={shownWish}
          onChange={(name) => setFilters({ wish: name === 'all' ? null : name })}
          tabs={WISHES.map((name) => ({ value: name, label: text(`wish_${name}`) }))}
        />
        <PostingSelect
          bureauId={bureauId}
          label={text('filterPosting')}
          value={postingId}
          onChange={(id) => setFilters({ posting: id ?? null })}
        />
      </div>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text(isNarrowed ? 'seatsFiltered' : 'seatsNone')}>
              {isNarrowed && (
                <button
                  type="button"
                  className="gq-button gq-button-plain"
                  onClick={() => setFilters({ posting: null, wish: null })}
                >
                  {text('clearFilters')}
                </button>
              )}
            </EmptyState>
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
