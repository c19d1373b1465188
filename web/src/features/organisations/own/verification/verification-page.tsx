import '../own.css';
import { useParams } from 'react-router';
import {
  OwnVerifications,
  type OwnVerificationsQuery,
} from '@/graphql/generated/features/organisations/own/verification/verification';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Page as Frame, Section } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { isOpen, isRecheckDue, lastInstant, STANDING_TONES } from '../own-tones';
import { ownWordsMessages } from '../own-words.messages';
import { SubmitForm } from './submit-form';
import { VerificationCard } from './verification-card';
import { verificationMessages } from './verification.messages';

type Verified = NonNullable<OwnVerificationsQuery['organisation']>;

/** Where the verification stands, what is to be handed in, and what was. */
export function Page() {
  const text = useText(verificationMessages);
  const { organisationId = '' } = useParams();
  const pages = usePages(
    OwnVerifications,
    { organisationId },
    ({ organisationVerifications }: OwnVerificationsQuery) => organisationVerifications,
  );
  return (
    <Frame title={text('title')} lead={text('lead')}>
      <Loaded of={pages}>
        {({ first: { organisation }, nodes: [latest, ...earlier] }) => {
          if (organisation === null) return <EmptyState />;
          const { kind, standing, verifiedUntil, viewerCan } = organisation;
          const isWaiting = latest !== undefined && isOpen(latest.state);
          const isSettled = standing === 'VERIFIED' && !isRecheckDue(verifiedUntil);
          const isWanted = !isWaiting && !isSettled && standing !== 'SUSPENDED';
          return (
            <>
              <StandingSection organisation={organisation} isWaiting={isWaiting} />
              {latest && <VerificationCard verification={latest} title={text('current')} />}
              {isWanted && (
                <Section title={text(verifiedUntil === null ? 'submitTitle' : 'recheckTitle')}>
                  {viewerCan.edit ? (
                    <SubmitForm organisationId={organisationId} kind={kind} />
                  ) : (
                    <p>{text('onlyAdministrators')}</p>
                  )}
                </Section>
              )}
              {earlier.length > 0 && <h2 className="gq-own-heading">{text('earlier')}</h2>}
              {earlier.map((verification) => (
                <VerificationCard key={verification.id} verification={verification} />
              ))}
            </>
          );
        }}
      </Loaded>
      <MoreButton pages={pages} />
    </Frame>
  );
}

interface StandingSectionProps {
  readonly organisation: Verified;
  readonly isWaiting: boolean;
}

function StandingSection({ organisation, isWaiting }: StandingSectionProps) {
  const text = useText(verificationMessages);
  const words = useText(ownWordsMessages);
  const format = useFormat();
  const { standing, verifiedUntil } = organisation;
  const explanation = {
    VERIFIED: isRecheckDue(verifiedUntil) && !isWaiting ? 'recheckDue' : null,
    LAPSED: 'lapsedText',
    UNVERIFIED: 'unverifiedText',
    SUSPENDED: 'suspendedText',
  } as const;
  const said = explanation[standing];
  return (
    <Section
      title={
        <>
          {text('standing')}{' '}
          <Badge tone={STANDING_TONES[standing]}>{words(`standing_${standing}`)}</Badge>
        </>
      }
    >
      {standing === 'VERIFIED' && verifiedUntil !== null && (
        <p className="gq-own-text">
          {text('validUntil', { date: format.date(lastInstant(verifiedUntil)) })}
        </p>
      )}
      {said !== null && <p className="gq-own-text">{text(said)}</p>}
    </Section>
  );
}
