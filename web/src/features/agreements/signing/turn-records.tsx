import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  RevokeAgreementDelegation,
  RevokeAgreementSigningLink,
} from '@/graphql/generated/features/agreements/signing/signing';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { toast } from '@/shared/ui/toasts';
import { CheckDialog, RefuseDialog } from './paper-dialogs';
import type { ShownTurns, Turn } from './turn-actions';
import { turnsMessages } from './turns.messages';

interface TurnRecordsProps {
  readonly agreement: ShownTurns;
  readonly turn: Turn;
}

/** Scans, powers of attorney and links of a turn, each with what may be done about it. */
export function TurnRecords({ agreement, turn }: TurnRecordsProps) {
  const text = useText(turnsMessages);
  const { viewerCan, myTurns } = agreement;
  const isMine = myTurns.some(({ id }) => id === turn.id);
  const links = viewerCan.issueLink ? turn.links : [];
  if (turn.papers.length + turn.delegations.length + links.length === 0) return null;
  return (
    <ul className="gq-signing-records">
      {turn.papers.map((paper) => (
        <Paper key={paper.id} paper={paper} mayCheck={viewerCan.checkPaper} />
      ))}
      {turn.delegations.map((power) => (
        <Power key={power.id} power={power} mayRevoke={isMine} />
      ))}
      {links.length > 0 && (
        <li className="gq-signing-links">
          <details>
            <summary>
              {text('links')}（{links.length}）
            </summary>
            <ul>
              {links.map((link) => (
                <LinkItem key={link.id} link={link} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

const PAPER_TONE = { AWAITING_CHECKS: 'warn', ACCEPTED: 'good', REFUSED: 'bad' } as const;

function Paper({
  paper,
  mayCheck,
}: {
  readonly paper: Turn['papers'][number];
  readonly mayCheck: boolean;
}) {
  const text = useText(turnsMessages);
  const { dateTime } = useFormat();
  const [dialog, setDialog] = useState<'check' | 'refuse' | null>(null);
  const { state, checks, uploader, uploadedAt, downloadUrl, refusalReason } = paper;
  const close = (isDone: boolean): void => {
    if (isDone) toast.success(text(dialog === 'check' ? 'checked' : 'refused'));
    setDialog(null);
  };
  const shown = { paperCopyId: paper.id, downloadUrl, onClose: close };
  const isOpen = mayCheck && state === 'AWAITING_CHECKS';
  return (
    <li>
      <div className="gq-signing-row">
        <a href={downloadUrl} target="_blank" rel="noreferrer">
          {text('scan')}
        </a>
        <Badge tone={PAPER_TONE[state]}>{text(`scan_${state}`, checks)}</Badge>
        <span className="gq-signing-soft">
          {text('scanBy', { name: uploader?.displayName ?? '', at: dateTime(uploadedAt) })}
        </span>
      </div>
      {refusalReason && <p>{refusalReason}</p>}
      {isOpen && (
        <div className="gq-signing-row">
          {!paper.isViewersWork && (
            <Button type="primary" onClick={() => setDialog('check')}>
              {text('check')}
            </Button>
          )}
          <Button onClick={() => setDialog('refuse')}>{text('refuse')}</Button>
        </div>
      )}
      {dialog === 'check' && <CheckDialog {...shown} />}
      {dialog === 'refuse' && <RefuseDialog {...shown} />}
    </li>
  );
}

function Power({
  power,
  mayRevoke,
}: {
  readonly power: Turn['delegations'][number];
  readonly mayRevoke: boolean;
}) {
  const text = useText(turnsMessages);
  const { date } = useFormat();
  const { run } = useAction(RevokeAgreementDelegation);
  const { id, delegate, validFrom, validUntil, revokedAt, downloadUrl } = power;
  return (
    <li>
      <div className="gq-signing-row">
        <a href={downloadUrl} target="_blank" rel="noreferrer">
          {text('power')}
        </a>
        <span className="gq-signing-soft">
          {text('powerOf', {
            name: delegate?.displayName ?? '',
            from: date(validFrom),
            until: date(validUntil),
          })}
        </span>
        {revokedAt !== null ? (
          <Badge>{text('powerRevoked')}</Badge>
        ) : (
          mayRevoke && (
            <Revoke
              label={text('powerRevoke')}
              run={() => run({ delegationId: id })}
              lead={text('powerRevokeText')}
            />
          )
        )}
      </div>
    </li>
  );
}

function LinkItem({ link }: { readonly link: Turn['links'][number] }) {
  const text = useText(turnsMessages);
  const { dateTime } = useFormat();
  const { run } = useAction(RevokeAgreementSigningLink);
  const { id, createdAt, expiresAt, revokedAt, usedAt } = link;
  const isOver = new Date(expiresAt) <= new Date();
  const ended =
    usedAt !== null
      ? text('linkUsed')
      : revokedAt !== null
        ? text('linkRevoked')
        : isOver
          ? text('linkExpired')
          : null;
  return (
    <li className="gq-signing-row">
      <span>{text('linkMade', { at: dateTime(createdAt) })}</span>
      {ended === null ? (
        <>
          <span className="gq-signing-soft">{text('linkUntil', { at: dateTime(expiresAt) })}</span>
          <Revoke
            label={text('linkRevoke')}
            run={() => run({ linkId: id })}
            lead={text('linkRevokeText')}
          />
        </>
      ) : (
        <Badge>{ended}</Badge>
      )}
    </li>
  );
}

interface RevokeProps {
  readonly label: string;
  readonly lead: ReactNode;
  readonly run: () => Promise<unknown>;
}

function Revoke({ label, lead, run }: RevokeProps) {
  const text = useText(turnsMessages);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <ActionDialog<object>
          title={label}
          lead={lead}
          submitLabel={label}
          isDangerous
          run={run}
          onClose={(isDone) => {
            if (isDone) toast.success(text('revoked'));
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
