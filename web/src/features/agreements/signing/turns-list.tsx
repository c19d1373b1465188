import { Button } from 'antd';
import { useState } from 'react';
import { AgreementTurns } from '@/graphql/generated/features/agreements/signing/signing';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Loaded } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import type { AgreementSectionProps } from '../agreement-section';
import { ArrangeDialog } from './arrange-dialog';
import { signingMessages } from './signing.messages';
import { TurnActions, type ShownTurns, type Turn } from './turn-actions';
import { TurnRecords } from './turn-records';
import { turnsMessages } from './turns.messages';
import './signing.css';

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
export function TurnsList({ agreement: shown, organisationId }: AgreementSectionProps) {
  const query = useOperation(AgreementTurns, { id: shown.id });
  return (
    <Loaded of={query}>
      {({ agreement }) =>
        agreement ? (
          <>
            <ol className="gq-signing-turns">
              {agreement.signatories
                .filter(({ state }) => state !== 'VOID')
                .map((turn) => (
                  <TurnItem
                    key={turn.id}
                    agreement={agreement}
                    turn={turn}
                    contentHash={shown.contentHash ?? ''}
                  />
                ))}
            </ol>
            {agreement.viewerCan.arrange && (
              <Arrange agreement={agreement} organisationId={organisationId} />
            )}
          </>
        ) : null
      }
    </Loaded>
  );
}

function Arrange({
  agreement,
  organisationId,
}: {
  readonly agreement: ShownTurns;
  readonly organisationId: string;
}) {
  const text = useText(turnsMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="gq-signing-arrange" onClick={() => setOpen(true)}>
        {text('arrange')}
      </Button>
      {isOpen && (
        <ArrangeDialog
          agreement={agreement}
          organisationId={organisationId}
          onClose={(isDone) => {
            if (isDone) toast.success(text('arranged'));
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface TurnItemProps {
  readonly agreement: ShownTurns;
  readonly turn: Turn;
  readonly contentHash: string;
}

function TurnItem({ agreement, turn, contentHash }: TurnItemProps) {
  const text = useText(signingMessages);
  const turns = useText(turnsMessages);
  const { dateTime } = useFormat();
  const { tone, at } = LOOK[turn.state];
  const isOpen = turn.state === 'READY' || turn.state === 'OPENED';
  const isReview = isOpen && turn.role === 'REVIEWER';
  const party = agreement.parties.find(({ position }) => position === turn.partyPosition);
  return (
    <li className={`gq-signing-${at}`}>
      <div className="gq-signing-row">
        <strong>{party?.name}</strong>
        <span className="gq-signing-soft">{text(`role_${turn.role}`)}</span>
        <Badge tone={tone}>{text(isReview ? 'turn_REVIEW' : `turn_${turn.state}`)}</Badge>
      </div>
      <div className="gq-signing-row gq-signing-soft">
        <span>{turns('step', { step: turn.step })}</span>
        <span>
          {turn.account?.displayName ?? (party?.organisation ? text('anybody') : turns('byLink'))}
        </span>
        {turn.settledAt && <span>{text('settled', { at: dateTime(turn.settledAt) })}</span>}
        {isOpen && turn.expiresAt && <span>{text('due', { at: dateTime(turn.expiresAt) })}</span>}
        {isOpen && turn.reminderCount > 0 && (
          <span>{text('reminded', { count: turn.reminderCount })}</span>
        )}
      </div>
      {turn.state === 'DECLINED' && turn.declineReason && <p>{turn.declineReason}</p>}
      <TurnRecords agreement={agreement} turn={turn} />
      <TurnActions agreement={agreement} turn={turn} contentHash={contentHash} />
    </li>
  );
}
