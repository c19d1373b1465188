import { Link, useParams } from 'react-router';
import {
  Verification,
  type VerificationQuery,
} from '@/graphql/generated/features/organisations/bureau/verification';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useWorkspace } from '@/shared/routing/use-workspace';
import { Badge } from '@/shared/ui/badge';
import { Due } from '@/shared/ui/due';
import { Facts, Steps } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { Evidence } from './evidence';
import { OrganisationFacts } from './organisation-facts';
import { lastInstant } from '../own/own-tones';
import { registryWords } from './registry-words.messages';
import { VerificationSteps } from './verification-steps';
import { verificationMessages } from './verification.messages';
import './bureau.css';

export type ShownVerification = NonNullable<VerificationQuery['organisationVerification']>;

const OPEN = ['SUBMITTED', 'IN_REVIEW', 'APPEALED', 'APPEAL_IN_REVIEW'];

export function Page() {
  const text = useText(verificationMessages);
  const { verificationId = '' } = useParams();
  const { base } = useWorkspace();
  const query = useOperation(Verification, { id: verificationId });
  return (
    <Loaded of={query}>
      {({ organisationVerification: verification }) =>
        verification ? (
          <View verification={verification} />
        ) : (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>
              <Link to={`${base}/verifications`}>{text('back')}</Link>
            </EmptyState>
          </Frame>
        )
      }
    </Loaded>
  );
}

function View({ verification }: { readonly verification: ShownVerification }) {
  const text = useText(verificationMessages);
  const words = useText(registryWords);
  const { dateTime } = useFormat();
  const { base } = useWorkspace();
  const { organisation, state, note, appealText, history } = verification;
  return (
    <Frame
      title={organisation?.name ?? words('unknown')}
      lead={
        <>
          <Badge tone="accent">{text(`state_${state}`)}</Badge>{' '}
          {OPEN.includes(state) && (
            <Due at={verification.dueOn} isOverdue={verification.isOverdue} />
          )}
        </>
      }
      actions={<VerificationSteps verification={verification} />}
    >
      {appealText && (
        <Section title={text('appealText')}>
          <p className="gq-bureau-words">{appealText}</p>
        </Section>
      )}
      <Progress verification={verification} />
      {organisation && (
        <Section
          title={text('particulars')}
          actions={
            <Link to={`${base}/organisations/${organisation.id}`}>{text('registryEntry')}</Link>
          }
        >
          <OrganisationFacts organisation={organisation} />
          {organisation.description && (
            <p className="gq-bureau-words">{organisation.description}</p>
          )}
        </Section>
      )}
      {note && (
        <Section title={text('note')}>
          <p className="gq-bureau-words">{note}</p>
        </Section>
      )}
      <Evidence verification={verification} />
      <Section title={text('history')}>
        <Steps
          steps={history.map(({ toState, occurredAt, reason }, i) => ({
            key: `${i}`,
            at: dateTime(occurredAt),
            title: text(`state_${toState}`),
            note: reason,
          }))}
        />
      </Section>
      <Link to={`${base}/verifications`}>{text('back')}</Link>
    </Frame>
  );
}

function Progress({ verification }: { readonly verification: ShownVerification }) {
  const text = useText(verificationMessages);
  const { date, dateTime } = useFormat();
  const at = (instant: string | null) => (instant ? dateTime(instant) : null);
  const { refusalReason, claimedBy, bureau, appealUntil } = verification;
  return (
    <Section title={text('progress')}>
      <Facts
        facts={[
          { label: text('submittedAt'), value: dateTime(verification.submittedAt) },
          { label: text('appealedAt'), value: at(verification.appealedAt) },
          { label: text('claimedBy'), value: claimedBy?.displayName ?? text('nobody') },
          { label: text('decidedAt'), value: at(verification.decidedAt) },
          { label: text('bureau'), value: bureau?.name },
          {
            label: text('validUntil'),
            value: verification.validUntil && date(lastInstant(verification.validUntil)),
          },
          {
            label: text('refusal'),
            value: refusalReason ? text(`reason_${refusalReason}`) : null,
          },
          { label: text('refusalText'), value: verification.refusalText },
          { label: text('appealUntil'), value: appealUntil ? date(appealUntil) : null },
          { label: text('appealAnswer'), value: verification.appealAnswer },
        ]}
      />
    </Section>
  );
}
