import { StatisticsHome } from '@/graphql/generated/features/statistics/statistics';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useWorkspace } from '@/shared/routing/use-workspace';
import { Page as Frame } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { useMembership } from '@/shared/viewer/use-membership';
import { MarketView } from './market-view';
import { OwnFigures } from './own-figures';
import { Report } from './report';
import { statisticsMessages } from './statistics.messages';
import './statistics.css';

/** Bureaux and the platform count every figure; the others see what is open to everyone, and their own. */
export function Page() {
  const text = useText(statisticsMessages);
  const { organisationId } = useWorkspace();
  const membership = useMembership(organisationId ?? '');
  const kind = membership?.organisation.kind;
  const hasReport = organisationId === null || kind === 'HR_BUREAU';
  const home = useOperation(
    StatisticsHome,
    { organisationId: organisationId ?? '' },
    { enabled: organisationId !== null && hasReport },
  );
  return (
    <Frame title={text('title')} lead={text(hasReport ? 'leadReport' : 'leadMarket')} width="wide">
      {!hasReport && (
        <>
          {organisationId !== null && kind && (
            <OwnFigures organisationId={organisationId} kind={kind} />
          )}
          <MarketView />
        </>
      )}
      {hasReport && organisationId === null && <Report root={null} />}
      {hasReport && organisationId !== null && (
        <Loaded of={home}>
          {({ organisation }) => <Report root={organisation?.region ?? null} />}
        </Loaded>
      )}
    </Frame>
  );
}
