import { Link, useParams } from 'react-router';
import {
  AgreementCounts,
  Agreements,
  type AgreementsQuery,
  type AgreementState,
} from '@/graphql/generated/features/agreements/agreements';
import { DraftingKinds } from '@/graphql/generated/features/agreements/drafting/drafting';
import { usePages } from '@/shared/graphql/pages';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Badge } from '@/shared/ui/badge';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { useFormat } from '@/shared/format/use-format';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { draftingRoles } from './drafting/parties';
import { AgreementStateBadge, Term } from './agreement-state';
import { agreementsMessages } from './agreements.messages';
import { useMembership } from '@/shared/viewer/use-membership';
import './agreements.css';

type Agreement = AgreementsQuery['agreements']['nodes'][number];

const GROUPS = {
  open: ['NEGOTIATING', 'IN_REVIEW', 'AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'],
  inForce: ['SIGNED', 'EFFECTIVE', 'SUSPENDED'],
  drafts: ['DRAFT'],
  over: ['SUPERSEDED', 'EXPIRED', 'TERMINATED', 'CANCELLED'],
} as const satisfies Readonly<Record<string, readonly AgreementState[]>>;
type Group = keyof typeof GROUPS;
const TABS = ['all', 'open', 'inForce', 'drafts', 'over'] as const;

export function Page() {
  const text = useText(agreementsMessages);
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const [filters, setFilters] = useFilters<'state'>();
  const { number } = useFormat();
  const group = TABS.find((tab) => tab === filters.state) ?? 'all';
  const counts = useOperation(AgreementCounts, { organisationId, ...GROUPS });
  const pages = usePages(
    Agreements,
    { organisationId, first: 20, states: group === 'all' ? null : GROUPS[group satisfies Group] },
    (data) => data.agreements,
  );
  const kinds = useOperation(DraftingKinds, {});
  const mayDraft =
    membership !== null &&
    membership.role !== 'VIEWER' &&
    (kinds.data?.agreementKinds ?? []).some(
      (kind) => draftingRoles(kind, membership.organisation.kind).length > 0,
    );
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      width="wide"
      actions={
        mayDraft && (
          <>
            <Link to={`/work/${organisationId}/agreements/renew`}>{text('renew')}</Link>
            <Link className="gq-button" to={`/work/${organisationId}/agreements/new`}>
              {text('newAgreement')}
            </Link>
          </>
        )
      }
    >
      <FilterTabs
        label={text('filter')}
        value={group}
        onChange={(state) => setFilters({ state: state === 'all' ? null : state })}
        tabs={TABS.map((tab) => ({
          value: tab,
          label: text(tab),
          count: counts.data ? number(counts.data[tab].totalCount ?? 0) : null,
        }))}
      />
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <div className="gq-card">
              {group === 'all' ? (
                <EmptyState title={text('noneTitle')}>
                  <p>{text('noneText')}</p>
                </EmptyState>
              ) : (
                <EmptyState title={text('noneHere')} />
              )}
            </div>
          ) : (
            <div className="gq-card">
              <AgreementRecords agreements={nodes} organisationId={organisationId} />
              <MoreButton pages={pages} />
            </div>
          )
        }
      </Loaded>
    </Frame>
  );
}

function AgreementRecords({
  agreements,
  organisationId,
}: {
  readonly agreements: readonly Agreement[];
  readonly organisationId: string;
}) {
  const text = useText(agreementsMessages);
  const columns: readonly RecordColumn<Agreement>[] = [
    {
      key: 'name',
      title: text('name'),
      isHead: true,
      render: ({ id, title, agreementNumber }) => (
        <>
          <Link to={`/work/${organisationId}/agreements/${id}`}>{title}</Link>
          <span className="gq-agreements-note">{agreementNumber}</span>
        </>
      ),
    },
    {
      key: 'partner',
      title: text('partner'),
      render: ({ parties }) =>
        parties
          .filter(({ organisation }) => organisation?.id !== organisationId)
          .map(({ name }) => name)
          .join(text('separator')),
    },
    { key: 'kind', title: text('kind'), render: ({ kind }) => kind.name },
    { key: 'term', title: text('term'), render: (agreement) => <Term agreement={agreement} /> },
    {
      key: 'state',
      title: text('state'),
      render: ({ state, viewerCan }) => (
        <>
          <AgreementStateBadge state={state} />{' '}
          {viewerCan.sign && <Badge tone="accent">{text('toSign')}</Badge>}
        </>
      ),
    },
  ];
  return (
    <Records caption={text('list')} columns={columns} records={agreements} keyOf={({ id }) => id} />
  );
}
