import { useParams } from 'react-router';
import { AgreementRegistryCounts } from '@/graphql/generated/features/agreements/registry/registry';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { useMembership } from '@/shared/viewer/use-membership';
import { RegistryBar } from './registry-bar';
import { RegistryExport } from './registry-export';
import { RegistryFigures } from './registry-figures';
import { filterOf, type RegistryFilterName } from './registry-filters';
import { RegistryList } from './registry-list';
import { registryMessages } from './registry.messages';
import '../agreements.css';
import './registry.css';

/** The register (协议台账): figures, tiles of the provinces and the list, all narrowed by the same filters. */
export function Page() {
  const text = useText(registryMessages);
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const [filters, setFilters] = useFilters<RegistryFilterName>();
  const filter = filterOf(filters);
  // The tiles go on showing every province when one of them is chosen.
  const counts = useOperation(
    AgreementRegistryCounts,
    { organisationId, filter: { ...filter, provinceCode: null } },
    { keepPrevious: true },
  );
  const isBureau = membership?.organisation.kind === 'HR_BUREAU';
  return (
    <Frame
      title={text('title')}
      lead={text(isBureau ? 'leadBureau' : 'leadOwn')}
      width="wide"
      actions={<RegistryExport organisationId={organisationId} filter={filter} />}
    >
      <Loaded of={counts}>
        {({ agreementRegistryCounts, everYear, agreementKinds }) =>
          agreementRegistryCounts ? (
            <>
              <RegistryBar
                filters={filters}
                onChange={setFilters}
                kinds={agreementKinds}
                years={(everYear?.byYear ?? []).flatMap(({ year }) => year ?? [])}
              />
              <RegistryFigures
                counts={agreementRegistryCounts}
                province={filter.provinceCode ?? null}
                onChoose={setFilters}
              />
              <RegistryList organisationId={organisationId} filters={filters} />
            </>
          ) : (
            <div className="gq-card">
              <EmptyState title={text('notYours')} />
            </div>
          )
        }
      </Loaded>
    </Frame>
  );
}
