import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import {
  Registry,
  type OrganisationKind,
  type OrganisationStanding,
} from '@/graphql/generated/features/organisations/bureau/registry';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { useViewer } from '@/shared/viewer/use-viewer';
import { registryWords } from './registry-words.messages';
import { RegionSelect } from './region-select';
import { RegisterBureauDialog } from './register-bureau-dialog';
import { RegistryRecords } from './registry-records';
import { registryMessages } from './registry.messages';
import './bureau.css';

const KINDS: readonly OrganisationKind[] = [
  'ENTERPRISE',
  'COLLEGE',
  'LABOUR_BASE',
  'HR_BUREAU',
  'HR_AGENCY',
  'TRAINING_BODY',
  'SOCIAL_ORGANISATION',
  'STATION_OPERATOR',
];
const STANDINGS: readonly OrganisationStanding[] = [
  'VERIFIED',
  'UNVERIFIED',
  'LAPSED',
  'SUSPENDED',
];
const ORDERS = ['NAME', 'NEWEST'] as const;

type FilterName = 'kind' | 'standing' | 'region' | 'text' | 'order';

export function Page() {
  const text = useText(registryMessages);
  const viewer = useViewer();
  const [isRegistering, setRegistering] = useState(false);
  const [filters, setFilters] = useFilters<FilterName>();
  const kind = KINDS.find((name) => name === filters.kind);
  const standing = STANDINGS.find((name) => name === filters.standing);
  const region = /^\d{6,12}$/.test(filters.region ?? '') ? filters.region : undefined;
  const pages = usePages(
    Registry,
    {
      first: 30,
      orderBy: ORDERS.find((name) => name === filters.order) ?? 'NAME',
      filter: {
        ...(kind ? { kinds: [kind] } : {}),
        ...(standing ? { standings: [standing] } : {}),
        ...(region ? { regionCode: region } : {}),
        ...(filters.text ? { text: filters.text } : {}),
      },
    },
    (data) => data.organisations,
  );
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      width="wide"
      actions={
        viewer?.isAdministrator && (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {text('registerBureau')}
          </Button>
        )
      }
    >
      <Filters filters={filters} onChange={setFilters} />
      <div className="gq-card">
        <Loaded of={pages}>
          {({ nodes }) =>
            nodes.length === 0 ? (
              <EmptyState title={text('none')} />
            ) : (
              <>
                <p className="gq-bureau-note" role="status">
                  {text('count', { count: pages.totalCount ?? nodes.length })}
                </p>
                <RegistryRecords organisations={nodes} />
                <MoreButton pages={pages} />
              </>
            )
          }
        </Loaded>
      </div>
      {isRegistering && <RegisterBureauDialog onClose={() => setRegistering(false)} />}
    </Frame>
  );
}

interface FiltersProps {
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  readonly onChange: (changes: Readonly<Partial<Record<FilterName, string | null>>>) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const text = useText(registryMessages);
  const words = useText(registryWords);
  const { kind, standing, region } = filters;
  return (
    <search className="gq-bureau-filters">
      <Input.Search
        key={filters.text ?? ''}
        className="gq-bureau-search"
        aria-label={text('searchLabel')}
        placeholder={text('search')}
        defaultValue={filters.text ?? ''}
        maxLength={50}
        allowClear
        onSearch={(value) => onChange({ text: value.trim() })}
      />
      <Select<string>
        aria-label={words('kind')}
        value={kind ?? ''}
        onChange={(value) => onChange({ kind: value })}
        options={[
          { value: '', label: text('anyKind') },
          ...KINDS.map((value) => ({ value, label: words(`kind_${value}`) })),
        ]}
      />
      <Select<string>
        aria-label={words('standing')}
        value={standing ?? ''}
        onChange={(value) => onChange({ standing: value })}
        options={[
          { value: '', label: text('anyStanding') },
          ...STANDINGS.map((value) => ({ value, label: words(`standing_${value}`) })),
        ]}
      />
      <RegionSelect
        aria-label={words('region')}
        placeholder={text('anyRegion')}
        value={region ?? null}
        onChange={(value) => onChange({ region: value })}
      />
      <Select<string>
        aria-label={text('order')}
        value={filters.order ?? 'NAME'}
        onChange={(value) => onChange({ order: value === 'NAME' ? null : value })}
        options={ORDERS.map((value) => ({ value, label: text(`order_${value}`) }))}
      />
      {(filters.text ?? kind ?? standing ?? region) !== undefined && (
        <Button
          type="link"
          onClick={() => onChange({ text: null, kind: null, standing: null, region: null })}
        >
          {text('clear')}
        </Button>
      )}
    </search>
  );
}
