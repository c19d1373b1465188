import { Link, useParams } from 'react-router';
import {
  ReviewCounts,
  ReviewQueue,
  type ReviewQueueQuery,
} from '@/graphql/generated/features/job-postings/review/review';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Badge } from '@/shared/ui/badge';
import { Due } from '@/shared/ui/due';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { reviewMessages } from './review.messages';
import './review.css';

type Review = ReviewQueueQuery['jobPostingReviewQueue']['nodes'][number];

const TABS = ['all', 'overdue'] as const;
/** A queue is worked off by several people at once. */
const POLL_MS = 60_000;

export function Page() {
  const text = useText(reviewMessages);
  const { number } = useFormat();
  const [filters, setFilters] = useFilters<'show'>();
  const tab = TABS.find((name) => name === filters.show) ?? 'all';
  const counts = useOperation(ReviewCounts, {}, { pollMs: POLL_MS });
  const pages = usePages(
    ReviewQueue,
    { filter: tab === 'overdue' ? { isOverdue: true } : null, first: 30 },
    (data) => data.jobPostingReviewQueue,
    { pollMs: POLL_MS },
  );
  return (
    <Frame title={text('title')} lead={text('lead')} width="wide">
      <FilterTabs
        label={text('filter')}
        value={tab}
        onChange={(show) => setFilters({ show: show === 'all' ? null : show })}
        tabs={TABS.map((name) => ({
          value: name,
          label: text(name),
          count: counts.data ? number(counts.data[name].totalCount ?? 0) : null,
        }))}
      />
      <div className="gq-card">
        <Loaded of={pages}>
          {({ nodes }) =>
            nodes.length === 0 ? (
              <EmptyState title={text('none')}>
                <p>{text('noneText')}</p>
              </EmptyState>
            ) : (
              <>
                <Queue reviews={nodes} />
                <MoreButton pages={pages} />
              </>
            )
          }
        </Loaded>
      </div>
    </Frame>
  );
}

function Queue({ reviews }: { readonly reviews: readonly Review[] }) {
  const text = useText(reviewMessages);
  const { organisationId = '' } = useParams();
  const columns: readonly RecordColumn<Review>[] = [
    {
      key: 'posting',
      title: text('posting'),
      isHead: true,
      render: ({ jobPosting }) =>
        jobPosting && (
          <>
            <Link to={`/work/${organisationId}/reviews/${jobPosting.id}`}>{jobPosting.title}</Link>
            <span className="gq-review-note">
              {[
                jobPosting.region?.displayName,
                jobPosting.headcount == null
                  ? null
                  : text('persons', { count: jobPosting.headcount }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ),
    },
    {
      key: 'employer',
      title: text('employer'),
      render: ({ jobPosting }) => (
        <>
          {jobPosting?.organisation?.name ?? '–'}{' '}
          {jobPosting?.publishedAt && <Badge>{text('revised')}</Badge>}
        </>
      ),
    },
    {
      key: 'findings',
      title: text('findings'),
      render: ({ findings }) =>
        findings.length === 0 ? (
          text('findingsNone')
        ) : (
          <Badge tone={findings.some(({ severity }) => severity === 'BLOCK') ? 'bad' : 'warn'}>
            {text('findingsCount', { count: findings.length })}
          </Badge>
        ),
    },
    {
      key: 'due',
      title: text('due'),
      render: ({ dueAt, isOverdue }) => <Due at={dueAt} isOverdue={isOverdue} />,
    },
  ];
  return (
    <Records caption={text('list')} columns={columns} records={reviews} keyOf={({ id }) => id} />
  );
}
