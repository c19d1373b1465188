import { Link, useParams } from 'react-router';
import {
  RegistryEntry,
  RegistryVerifications,
  type RegistryEntryQuery,
} from '@/graphql/generated/features/organisations/bureau/registry';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useWorkspace } from '@/shared/routing/use-workspace';
import { Badge } from '@/shared/ui/badge';
import { Page as Frame, Section } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { STATE_TONES } from '../own/own-tones';
import { OrganisationFacts, StandingBadge } from './organisation-facts';
import { RegistryHistoryPart } from './registry-history';
import { StandingSteps } from './standing-steps';
import { registryMessages } from './registry.messages';
import { verificationMessages } from './verification.messages';
import '@/shared/ui/rows.css';
import './bureau.css';

type Entry = NonNullable<RegistryEntryQuery['organisation']>;

export function Page() {
  const text = useText(registryMessages);
  const { subjectId = '' } = useParams();
  const { base } = useWorkspace();
  const query = useOperation(RegistryEntry, { id: subjectId });
  return (
    <Loaded of={query}>
      {({ organisation }) =>
        organisation ? (
          <View organisation={organisation} />
        ) : (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>
              <Link to={`${base}/organisations`}>{text('back')}</Link>
            </EmptyState>
          </Frame>
        )
      }
    </Loaded>
  );
}

function View({ organisation }: { readonly organisation: Entry }) {
  const text = useText(registryMessages);
  const { base } = useWorkspace();
  const { id, name, standing, viewerCan } = organisation;
  return (
    <Frame
      title={name}
      lead={<StandingBadge standing={standing} />}
      actions={<StandingSteps organisation={organisation} />}
    >
      <Section
        title={text('particulars')}
        actions={
          standing !== 'UNVERIFIED' && <Link to={`/organisations/${id}`}>{text('publicPage')}</Link>
        }
      >
        <OrganisationFacts organisation={organisation} />
      </Section>
      {viewerCan.seeInternals && (
        <>
          <Section title={text('verifications')}>
            <Verifications organisationId={id} />
          </Section>
          <Section title={text('history')}>
            <RegistryHistoryPart organisationId={id} />
          </Section>
        </>
      )}
      <Link to={`${base}/organisations`}>{text('back')}</Link>
    </Frame>
  );
}

function Verifications({ organisationId }: { readonly organisationId: string }) {
  const text = useText(registryMessages);
  const words = useText(verificationMessages);
  const { dateTime } = useFormat();
  const { base } = useWorkspace();
  const pages = usePages(
    RegistryVerifications,
    { organisationId, first: 10 },
    (data) => data.organisationVerifications ?? null,
  );
  return (
    <Loaded of={pages}>
      {({ nodes }) =>
        nodes.length === 0 ? (
          <EmptyState title={text('noVerifications')} />
        ) : (
          <>
            <ul className="gq-rows gq-bureau-files">
              {nodes.map(({ id, state, submittedAt, decidedAt }) => (
                <li key={id}>
                  <span>
                    <Link to={`${base}/verifications/${id}`}>
                      {dateTime(submittedAt)} {text('submitted')}
                    </Link>
                    {decidedAt && (
                      <span className="gq-bureau-note">
                        {dateTime(decidedAt)} {text('decided')}
                      </span>
                    )}
                  </span>
                  <Badge tone={STATE_TONES[state]}>{words(`state_${state}`)}</Badge>
                </li>
              ))}
            </ul>
            <MoreButton pages={pages} />
          </>
        )
      }
    </Loaded>
  );
}
