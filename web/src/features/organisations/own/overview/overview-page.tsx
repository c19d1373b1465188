import '../own.css';
import { useParams } from 'react-router';
import {
  OrganisationOverview,
  type OrganisationOverviewQuery,
} from '@/graphql/generated/features/organisations/own/overview/overview';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Steps } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { organisationWordsMessages } from '../../public/organisation-words.messages';
import { lastInstant, STANDING_TONES } from '../own-tones';
import { ownWordsMessages } from '../own-words.messages';
import { FigureRow } from './figure-row';
import { NextSteps } from './next-steps';
import { overviewMessages } from './overview.messages';

/** The first page of a workspace: where the organisation stands and what is to be done. */
export function Page() {
  const { organisationId: id = '' } = useParams();
  const query = useOperation(OrganisationOverview, { id });
  return (
    <Loaded of={query}>
      {(data) =>
        data.organisation === null ? (
          <EmptyState />
        ) : (
          <Overview data={data} organisation={data.organisation} />
        )
      }
    </Loaded>
  );
}

interface OverviewProps {
  readonly data: OrganisationOverviewQuery;
  readonly organisation: NonNullable<OrganisationOverviewQuery['organisation']>;
}

function Overview({ data, organisation }: OverviewProps) {
  const text = useText(overviewMessages);
  const words = useText(ownWordsMessages);
  const vocabulary = useText(organisationWordsMessages);
  const format = useFormat();
  const { kind, standing, verifiedUntil, region, name } = organisation;
  const history = data.organisationHistory?.nodes ?? [];
  return (
    <Frame
      title={name}
      lead={
        <>
          <Badge tone={STANDING_TONES[standing]}>{words(`standing_${standing}`)}</Badge>{' '}
          {vocabulary(`kind_${kind}`)} · {region?.displayName}
          {standing === 'VERIFIED' && verifiedUntil !== null && (
            <> · {text('verifiedUntil', { date: format.date(lastInstant(verifiedUntil)) })}</>
          )}
        </>
      }
    >
      <FigureRow id={organisation.id} kind={kind} />
      <NextSteps data={data} organisation={organisation} />
      {history.length > 0 && (
        <Section title={text('history')}>
          <Steps
            steps={history.map((entry) => ({
              key: entry.id,
              at: [format.dateTime(entry.occurredAt), entry.actor?.displayName]
                .filter(Boolean)
                .join(' · '),
              title: text(`change_${entry.change}`, { name: entry.subject?.displayName ?? '–' }),
              note: [
                entry.toStanding && words(`standing_${entry.toStanding}`),
                entry.toRole && words(`role_${entry.toRole}`),
                entry.reasonText,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Section>
      )}
    </Frame>
  );
}
