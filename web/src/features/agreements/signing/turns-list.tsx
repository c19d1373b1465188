import { Button } from 'antd';
import { useState } from 'react';
import {
  AgreementTurns,
  type AgreementTurnsQuery,
} from '@/graphql/generated/features/agreements/signing/signing';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Loaded } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { DeclineDialog } from './decline-dialog';
import { signingMessages } from './signing.messages';
import { ExtendDialog, LinkDialog } from './turn-dialogs';
import './signing.css';

type Shown = NonNullable<AgreementTurnsQuery['agreement']>;
type Turn = Shown['signatories'][number];

const LOOK: Readonly<
  Record<Turn['state'], { tone: 'good' | 'bad' | 'warn' | 'neutral'; at: string }>
> = {
  PENDING: { tone: 'neutral', at: 'waiting' },
  READY: { tone: 'warn', at: 'open' },
  OPENED: { tone: 'warn', at: 'open' },
  APPROVED: { tone: 'good', at: 'done' },
  SIGNED: { tone: 'good', at: 'done' },
  DECLINED: { tone: 'bad', at: 'stuck' },
  EXPIRED: { tone: 'bad', at: 'stuck' },
  VOID: { tone: 'neutral', at: 'waiting' },
};

/** Who reviews and signs, in the order of the turns: where each stands, and what may be done about it. */
export function TurnsList({ agreementId }: { readonly agreementId: string }) {
  const query = useOperation(AgreementTurns, { id: agreementId });
  return (
    <Loaded of={query}>
      {({ agreement }) =>
        agreement ? (
          <ol className="gq-signing-turns">
            {agreement.signatories.map((turn) => (
              <TurnItem key={turn.id} agreement={agreement} turn={turn} />
            ))}
          </ol>
        ) : null
      }
    </Loaded>
  );
}

function TurnItem({ agreement, turn }: { readonly agreement: Shown; readonly turn: Turn }) {
  const text = useText(signingMessages);
  const { dateTime } = useFormat();
  const [dialog, setDialog] = useState<'extend' | 'link' | 'decline' | null>(null);
  const { tone, at } = LOOK[turn.state];
  const { viewerCan, myTurns, parties } = agreement;
  const isAsked = ['READY', 'OPENED', 'DECLINED', 'EXPIRED'].includes(turn.state);
  const isOpen = turn.state === 'READY' || turn.state === 'OPENED';
  const isMine = myTurns.some(({ id }) => id === turn.id);
  const close =
    (done: 'extended' | 'declined') =>
    (isDone: boolean): void => {
      if (isDone) toast.success(text(done));
      setDialog(null);
    };
  return (
    <li className={`gq-signing-${at}`}>
      <div className="gq-signing-row">
        <strong>{parties.find(({ position }) => position === turn.partyPosition)?.name}</strong>
        <span className="gq-signing-soft">{text(`role_${turn.role}`)}</span>
        <Badge tone={tone}>{text(`turn_${turn.state}`)}</Badge>
      </div>
      <div className="gq-signing-row gq-signing-soft">
        <span>{turn.account?.displayName ?? text('anybody')}</span>
        {turn.settledAt && <span>{text('settled', { at: dateTime(turn.settledAt) })}</span>}
        {isOpen && turn.expiresAt && <span>{text('due', { at: dateTime(turn.expiresAt) })}</span>}
        {isOpen && turn.reminderCount > 0 && (
          <span>{text('reminded', { count: turn.reminderCount })}</span>
        )}
      </div>
      {turn.state === 'DECLINED' && turn.declineReason && <p>{turn.declineReason}</p>}
      {isAsked && (
        <div className="gq-signing-row">
          {viewerCan.extend && (
            <Button onClick={() => setDialog('extend')}>{text('extend')}</Button>
          )}
          {viewerCan.issueLink && isOpen && turn.role !== 'REVIEWER' && (
            <Button onClick={() => setDialog('link')}>{text('link')}</Button>
          )}
          {isMine && isOpen && (
            <Button danger onClick={() => setDialog('decline')}>
              {text('decline')}
            </Button>
          )}
        </div>
      )}
      {dialog === 'extend' && <ExtendDialog signatoryId={turn.id} onClose={close('extended')} />}
      {dialog === 'decline' && <DeclineDialog signatoryId={turn.id} onClose={close('declined')} />}
      {dialog === 'link' && (
        <LinkDialog
          agreementId={agreement.id}
          signatoryId={turn.id}
          onClose={() => setDialog(null)}
        />
      )}
    </li>
  );
}
