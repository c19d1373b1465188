import { Link } from 'react-router';
import {
  AgreementRegistry,
  type AgreementRegistryQuery,
} from '@/graphql/generated/features/agreements/registry/registry';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AgreementStateBadge, Term } from '../agreement-state';
import { filterOf, orderOf, type RegistryFilters } from './registry-filters';
import { registryMessages } from './registry.messages';
import { useProvinceName } from './use-province-name';

type Entry = NonNullable<AgreementRegistryQuery['agreementRegistry']>['nodes'][number];

export interface RegistryListProps {
  readonly organisationId: string;
  readonly filters: RegistryFilters;
}

/** The agreements themselves; the own ones lead to their texts. */
export function RegistryList({ organisationId, filters }: RegistryListProps) {
  const text = useText(registryMessages);
  const pages = usePages(
    AgreementRegistry,
    { organisationId, filter: filterOf(filters), orderBy: orderOf(filters), first: 20 },
    (data) => data.agreementRegistry,
  );
  const count = pages.totalCount;
  return (
    <Section title={text('list')}>
      <p className="gq-registry-note" role="status">
        {count !== null && text('listCount', { count })}
      </p>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('noneFound')} />
          ) : (
            <>
              <Entries entries={nodes} organisationId={organisationId} />
              <MoreButton pages={pages} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Entries({
  entries,
  organisationId,
}: {
  readonly entries: readonly Entry[];
  readonly organisationId: string;
}) {
  const text = useText(registryMessages);
  const provinceName = useProvinceName();
  const { date } = useFormat();
  const columns: readonly RecordColumn<Entry>[] = [
    {
      key: 'name',
      title: text('name'),
      isHead: true,
      render: ({ id, title, agreementNumber, isOwn, kind, subKindName }) => (
        <>
          {isOwn ? <Link to={`/work/${organisationId}/agreements/${id}`}>{title}</Link> : title}
          <span className="gq-agreements-note">
            {[agreementNumber, kind.name, subKindName].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'parties',
      title: text('parties'),
      render: ({ parties }) => (
        <ul className="gq-registry-parties">
          {parties.map(({ position, name, roleName, province }) => (
            <li key={position}>
              {name}
              <span className="gq-agreements-note">
                {[roleName, provinceName(province)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'term', title: text('term'), render: (entry) => <Term agreement={entry} /> },
    {
      key: 'signedOn',
      title: text('signedOn'),
      render: ({ signedAt }) => (signedAt ? date(signedAt) : text('notSigned')),
    },
    {
      key: 'state',
      title: text('state'),
      render: ({ state }) => <AgreementStateBadge state={state} />,
    },
  ];
  return (
    <Records caption={text('list')} columns={columns} records={entries} keyOf={({ id }) => id} />
  );
}
