import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  AgreementRegistry,
  type AgreementRegistryQuery,
} from '@/graphql/generated/features/agreements/registry/registry';
import {
  RenewalPreview,
  type RenewalPreviewQuery,
} from '@/graphql/generated/features/agreements/renewal/renewal';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { renewalMessages } from './renewal.messages';
import { RenewableList, RefusedList } from './renewal-lists';
import { RenewalResults, type RenewalResult } from './renewal-results';
import '../agreements.css';

const MOST = 100;
const SPANS = ['30', '90', '365', 'over'] as const;

export type Ending = NonNullable<AgreementRegistryQuery['agreementRegistry']>['nodes'][number];
export type Previewed = RenewalPreviewQuery['agreementRenewalPreview']['items'][number];

/** An agreement that runs out, and what its renewal would be. */
export interface Candidate {
  readonly agreement: Ending;
  readonly preview: Previewed;
}

export function Page() {
  const text = useText(renewalMessages);
  const { organisationId = '' } = useParams();
  const [filters, setFilters] = useFilters<'within'>();
  const span = SPANS.find((one) => one === filters.within) ?? '90';
  const [results, setResults] = useState<readonly RenewalResult[]>([]);
  const query = useOperation(AgreementRegistry, {
    organisationId,
    first: MOST,
    orderBy: 'ENDING_FIRST',
    filter: span === 'over' ? { states: ['EXPIRED'] } : { endsWithinDays: Number(span) },
  });
  return (
    <Frame title={text('title')} lead={text('lead')} width="wide">
      <FilterTabs
        label={text('within')}
        value={span}
        onChange={(within) => setFilters({ within: within === '90' ? null : within })}
        tabs={SPANS.map((value) => ({
          value,
          label: value === 'over' ? text('over') : text(`within_${value}`),
        }))}
      />
      {results.length > 0 && <RenewalResults results={results} organisationId={organisationId} />}
      <Loaded of={query}>
        {({ agreementRegistry: found }) => {
          const own = (found?.nodes ?? []).filter(({ isOwn }) => isOwn);
          return own.length === 0 ? (
            <div className="gq-card">
              <EmptyState title={text('none')} />
            </div>
          ) : (
            <>
              <Previews
                key={span}
                agreements={own}
                organisationId={organisationId}
                onDone={setResults}
              />
              {found?.pageInfo.hasNextPage && <p>{text('limit')}</p>}
            </>
          );
        }}
      </Loaded>
      <Link to={`/work/${organisationId}/agreements`}>{text('back')}</Link>
    </Frame>
  );
}

interface PreviewsProps {
  readonly agreements: readonly Ending[];
  readonly organisationId: string;
  readonly onDone: (results: readonly RenewalResult[]) => void;
}

/** What can be renewed and what cannot, before anything is done. */
function Previews({ agreements, organisationId, onDone }: PreviewsProps) {
  const text = useText(renewalMessages);
  const query = useOperation(RenewalPreview, { agreementIds: agreements.map(({ id }) => id) });
  return (
    <Loaded of={query}>
      {({ agreementRenewalPreview: { items } }) => {
        const all = agreements.flatMap((agreement): Candidate[] => {
          const preview = items.find(({ agreementId }) => agreementId === agreement.id);
          return preview ? [{ agreement, preview }] : [];
        });
        const ready = all.filter(({ preview }) => preview.refusal == null);
        const refused = all.filter(({ preview }) => preview.refusal != null);
        return (
          <>
            {ready.length > 0 && (
              <Section title={text('ready')}>
                <RenewableList candidates={ready} organisationId={organisationId} onDone={onDone} />
              </Section>
            )}
            {refused.length > 0 && (
              <Section title={text('refused')}>
                <RefusedList candidates={refused} organisationId={organisationId} />
              </Section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
