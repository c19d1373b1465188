import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  AgreementSigningInvitation,
  type AgreementSigningInvitationQuery,
} from '@/graphql/generated/features/agreements/signing/signing';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { OpenedComments } from './opened-comments';
import { ReadingText } from './reading';
import { SignForm } from './sign-form';
import { signingMessages } from './signing.messages';
import './signing.css';

export type Invitation = NonNullable<AgreementSigningInvitationQuery['agreementSigningInvitation']>;

/** What a link leads to: the text, what signing it means, and the confirmation. Looking changes nothing. */
export function Page() {
  const text = useText(signingMessages);
  const { token = '' } = useParams();
  const query = useOperation(AgreementSigningInvitation, { token });
  const [outcome, setOutcome] = useState<'signed' | 'declined' | null>(null);
  if (outcome !== null) {
    return (
      <Frame title={text(outcome === 'signed' ? 'done' : 'declined')} width="narrow">
        <div className="gq-card" role="status">
          <p className="gq-signing-large">
            {text(outcome === 'signed' ? 'doneText' : 'declinedText')}
          </p>
          <Link to="/">{text('toMine')}</Link>
        </div>
      </Frame>
    );
  }
  return (
    <Loaded of={query}>
      {({ agreementSigningInvitation: invitation }) =>
        invitation?.state === 'VALID' ? (
          <Invited invitation={invitation} token={token} onDone={setOutcome} />
        ) : (
          <Useless state={invitation?.state ?? 'UNKNOWN'} />
        )
      }
    </Loaded>
  );
}

const USELESS = ['EXPIRED', 'REVOKED', 'USED', 'CLOSED', 'UNKNOWN'] as const;

function Useless({ state }: { readonly state: string }) {
  const text = useText(signingMessages);
  const known = USELESS.find((name) => name === state) ?? 'UNKNOWN';
  return (
    <Frame title={text(`state_${known}`)} width="narrow">
      <EmptyState title={text(known === 'UNKNOWN' ? 'unknownText' : 'askText')}>
        <Link to="/">{text('toMine')}</Link>
      </EmptyState>
    </Frame>
  );
}

interface InvitedProps {
  readonly invitation: Invitation;
  readonly token: string;
  readonly onDone: (outcome: 'signed' | 'declined') => void;
}

function Invited({ invitation, token, onDone }: InvitedProps) {
  const text = useText(signingMessages);
  const { date, dateTime } = useFormat();
  const [isRead, setRead] = useState(false);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const { title, agreementNumber, kindName, contentHash, partyName, signatory } = invitation;
  const { startsOn, endsOn, partyNames, drafterName } = invitation;
  const party = partyName ?? '';
  return (
    <Frame title={text('title')} lead={text('lead', { party })} width="narrow">
      <Section title={title}>
        <Facts
          facts={[
            { label: text('kind'), value: kindName },
            { label: text('number'), value: agreementNumber },
            { label: text('parties'), value: partyNames.join(text('listComma')) },
            { label: text('drafter'), value: drafterName },
            {
              label: text('term'),
              value:
                startsOn && endsOn
                  ? text('fromTo', { from: date(startsOn), to: date(endsOn) })
                  : null,
            },
            {
              label: text('deadline'),
              value: signatory?.expiresAt
                ? text('until', { at: dateTime(signatory.expiresAt) })
                : null,
            },
          ]}
        />
      </Section>
      <Section title={text('textTitle')}>
        <ReadingText
          clauses={invitation.clauses}
          annexes={invitation.annexes}
          onRead={() => setRead(true)}
          below={({ key, position }) => (
            <OpenedComments agreementId={openedId} clauseKey={key} position={position} />
          )}
        />
      </Section>
      <Section title={text('meaning')}>
        <ul className="gq-signing-meaning">
          <li>{text('meaning1')}</li>
          <li>{text('meaning2')}</li>
          <li>{text('meaning3')}</li>
        </ul>
        <Facts
          facts={[
            {
              label: text('hash'),
              value: contentHash ? <code className="gq-signing-hash">{contentHash}</code> : null,
            },
          ]}
        />
      </Section>
      <SignForm
        invitation={invitation}
        token={token}
        isRead={isRead}
        onOpen={setOpenedId}
        onDone={onDone}
      />
    </Frame>
  );
}
