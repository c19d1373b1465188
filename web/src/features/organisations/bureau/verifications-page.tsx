import { Link } from 'react-router';
import {
  VerificationCounts,
  VerificationQueue,
  type VerificationQueueQuery,
} from '@/graphql/generated/features/organisations/bureau/verifications';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { useWorkspace } from '@/shared/routing/use-workspace';
import { Badge } from '@/shared/ui/badge';
import { Due } from '@/shared/ui/due';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { registryWords } from './registry-words.messages';
import { verificationMessages } from './verification.messages';
import './bureau.css';

type Waiting = VerificationQueueQuery['verificationQueue']['nodes'][number];

const TABS = ['all', 'mine', 'overdue', 'appeals'] as const;
const FILTERS = {
  all: {},
  mine: { isMine: true },
  overdue: { isOverdue: true },
  appeals: { isAppeal: true },
} as const;
/** A queue is worked off by several people at once. */
const POLL_MS = 60_000;

export function Page() {
  const text = useText(verificationMessages);
  const { number } = useFormat();
  const [filters, setFilters] = useFilters<'show'>();
  const tab = TABS.find((name) => name === filters.show) ?? 'all';
  const counts = useOperation(VerificationCounts, {}, { pollMs: POLL_MS });
  const pages = usePages(
    VerificationQueue,
    { filter: FILTERS[tab], first: 30 },
    (data) => data.verificationQueue,
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
                <Queue verifications={nodes} />
                <MoreButton pages={pages} />
              </>
            )
          }
        </Loaded>
      </div>
    </Frame>
  );
}

function Queue({ verifications }: { readonly verifications: readonly Waiting[] }) {
  const text = useText(verificationMessages);
  const words = useText(registryWords);
  const { dateTime } = useFormat();
  const { base } = useWorkspace();
  const columns: readonly RecordColumn<Waiting>[] = [
    {
      key: 'organisation',
      title: text('organisation'),
      isHead: true,
      render: ({ id, organisation }) => (
        <>
          <Link to={`${base}/verifications/${id}`}>{organisation?.name ?? words('unknown')}</Link>
          {organisation && (
            <span className="gq-bureau-note">
              {[words(`kind_${organisation.kind}`), organisation.region?.displayName]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'sort',
      title: text('sort'),
      render: ({ state, organisation }) => {
        if (state === 'APPEALED' || state === 'APPEAL_IN_REVIEW')
          return <Badge tone="warn">{text('appeal')}</Badge>;
        return <Badge>{text(organisation?.verifiedUntil ? 'recheck' : 'first')}</Badge>;
      },
    },
    {
      key: 'due',
      title: text('due'),
      render: ({ dueOn, isOverdue }) => <Due at={dueOn} isOverdue={isOverdue} />,
    },
    {
      key: 'officer',
      title: text('officer'),
      render: ({ claimedBy }) => claimedBy?.displayName ?? text('nobody'),
    },
    {
      key: 'submitted',
      title: text('submitted'),
      render: ({ submittedAt, appealedAt }) => dateTime(appealedAt ?? submittedAt),
    },
  ];
  return (
    <Records
      caption={text('list')}
      columns={columns}
      records={verifications}
      keyOf={({ id }) => id}
    />
  );
}
