import { Alert, Input } from 'antd';
import { Link, useParams } from 'react-router';
import {
  OwnPostingCounts,
  OwnPostings,
  WaitingApplications,
  type OwnPostingsQueryVariables,
} from '@/graphql/generated/features/job-postings/own/list/own-postings';
import { useOperation } from '@/shared/graphql/query';
import { usePages } from '@/shared/graphql/pages';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as PageFrame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { ownPostingsMessages } from './own-postings.messages';
import { PostingRow } from './posting-row';
import '../own-postings.css';

type States = NonNullable<OwnPostingsQueryVariables['states']>;

const TABS = ['all', 'drafts', 'inReview', 'published', 'paused', 'closed'] as const;
type Tab = (typeof TABS)[number];
const STATES: Readonly<Record<Exclude<Tab, 'all'>, States>> = {
  drafts: ['DRAFT'],
  inReview: ['IN_REVIEW', 'SCHEDULED'],
  published: ['PUBLISHED'],
  paused: ['PAUSED'],
  closed: ['CLOSED'],
};

/** The postings of one organisation. */
export function Page() {
  const text = useText(ownPostingsMessages);
  const { organisationId = '' } = useParams();
  const base = `/work/${organisationId}/postings`;
  const membership = membershipsOf(useViewer()).find(
    ({ organisation }) => organisation.id === organisationId,
  );
  const mayManage = membership !== undefined && membership.role !== 'VIEWER';
  const isVerified = membership?.organisation.standing === 'VERIFIED';
  return (
    <PageFrame
      title={text('title')}
      lead={text('lead')}
      actions={
        mayManage && (
          <>
            <Link className="gq-own-link" to={`${base}/claim`}>
              {text('claim')}
            </Link>
            <Link className="gq-own-link" to={`${base}/import`}>
              {text('import')}
            </Link>
            <Link className="gq-button" to={`${base}/new`}>
              {text('new')}
            </Link>
          </>
        )
      }
    >
      {mayManage && !isVerified && (
        <Alert
          className="gq-own-alert"
          type="warning"
          showIcon
          title={text('unverified')}
          action={<Link to={`/work/${organisationId}/verification`}>{text('toVerification')}</Link>}
        />
      )}
      <PostingList organisationId={organisationId} base={base} mayManage={mayManage} />
    </PageFrame>
  );
}

interface PostingListProps {
  readonly organisationId: string;
  readonly base: string;
  readonly mayManage: boolean;
}

function PostingList({ organisationId, base, mayManage }: PostingListProps) {
  const text = useText(ownPostingsMessages);
  const format = useFormat();
  const [filters, setFilters] = useFilters<'state' | 'title'>();
  const tab = TABS.find((name) => name === filters.state) ?? 'all';
  const title = filters.title?.slice(0, 60) ?? '';
  const counts = useOperation(OwnPostingCounts, { organisationId });
  const pages = usePages(
    OwnPostings,
    { organisationId, states: tab === 'all' ? null : STATES[tab], title: title || null },
    ({ jobPostings }) => jobPostings,
  );
  const waitingIn = useWaiting(organisationId);
  const countOf = (name: Tab): string | null => {
    const count = counts.data?.[name].totalCount;
    return count == null ? null : format.number(count);
  };
  return (
    <>
      <FilterTabs
        label={text('byState')}
        value={tab}
        onChange={(state) => setFilters({ state: state === 'all' ? null : state })}
        tabs={TABS.map((value) => ({ value, label: text(value), count: countOf(value) }))}
      />
      <Input.Search
        className="gq-own-search"
        allowClear
        aria-label={text('search')}
        placeholder={text('search')}
        defaultValue={title}
        maxLength={60}
        onSearch={(typed) => setFilters({ title: typed.trim() })}
      />
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            tab === 'all' && title === '' ? (
              <EmptyState title={text('none')}>
                <p>{text('noneText')}</p>
                {mayManage && (
                  <Link className="gq-button" to={`${base}/new`}>
                    {text('new')}
                  </Link>
                )}
              </EmptyState>
            ) : (
              <EmptyState title={text('noneHere')}>
                <Link to={base}>{text('showAll')}</Link>
              </EmptyState>
            )
          ) : (
            <ul className="gq-own-posting-list">
              {nodes.map((posting) => (
                <PostingRow
                  key={posting.id}
                  posting={posting}
                  base={`${base}/${posting.id}`}
                  waiting={waitingIn(posting.id)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}

/** How many applications to each posting wait for the employer. */
function useWaiting(organisationId: string): (postingId: string) => string | null {
  const text = useText(ownPostingsMessages);
  const { data } = useOperation(WaitingApplications, { organisationId });
  return (postingId) => {
    if (data === undefined) return null;
    const { nodes, pageInfo } = data.applications;
    const count = nodes.filter(
      ({ answerDueBy, jobPosting }) => answerDueBy === 'EMPLOYER' && jobPosting?.id === postingId,
    ).length;
    if (count === 0) return pageInfo.hasNextPage ? null : text('noneWaiting');
    return text(pageInfo.hasNextPage ? 'waitingMany' : 'waiting', { count });
  };
}
