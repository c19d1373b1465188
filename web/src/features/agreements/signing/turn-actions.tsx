import { Button } from 'antd';
import { useState, type ComponentType } from 'react';
import type { AgreementTurnsQuery } from '@/graphql/generated/features/agreements/signing/signing';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { useViewer } from '@/shared/viewer/use-viewer';
import { DeclineDialog } from './decline-dialog';
import { PaperDialog } from './paper-dialogs';
import { PowerDialog } from './power-dialog';
import { ApproveDialog, ReassignDialog } from './review-dialogs';
import { signingMessages } from './signing.messages';
import { ExtendDialog, LinkDialog } from './turn-dialogs';
import { turnsMessages } from './turns.messages';

export type ShownTurns = NonNullable<AgreementTurnsQuery['agreement']>;
export type Turn = ShownTurns['signatories'][number];

export interface TurnDialogProps {
  readonly agreementId: string;
  readonly turn: Turn;
  /** Of the text that stands on the page. */
  readonly contentHash: string;
  /** The organisation whose turn it is. */
  readonly organisationId: string;
  readonly onClose: (isDone: boolean) => void;
}

const DIALOGS = {
  approve: ApproveDialog,
  paper: PaperDialog,
  delegate: PowerDialog,
  reassign: ReassignDialog,
  extend: ({ turn, onClose }) => <ExtendDialog signatoryId={turn.id} onClose={onClose} />,
  link: ({ agreementId, turn, onClose }) => (
    <LinkDialog agreementId={agreementId} signatoryId={turn.id} onClose={() => onClose(false)} />
  ),
  decline: ({ turn, onClose }) => <DeclineDialog signatoryId={turn.id} onClose={onClose} />,
} satisfies Record<string, ComponentType<TurnDialogProps>>;

type Action = keyof typeof DIALOGS;

interface TurnActionsProps {
  readonly agreement: ShownTurns;
  readonly turn: Turn;
  readonly contentHash: string;
}

/** What the viewer may do about a turn, his own part of it first. */
export function TurnActions({ agreement, turn, contentHash }: TurnActionsProps) {
  const signing = useText(signingMessages);
  const turns = useText(turnsMessages);
  const [action, setAction] = useState<Action | null>(null);
  const actions = useActions(agreement, turn);
  if (actions.length === 0) return null;
  const party = agreement.parties.find(({ position }) => position === turn.partyPosition);
  const labels: Readonly<Record<Action, string>> = {
    approve: turns('approve'),
    paper: turns('paper'),
    delegate: turns('delegate'),
    reassign: turns('reassign'),
    extend: signing('extend'),
    link: signing('link'),
    decline: signing('decline'),
  };
  const done: Readonly<Record<Action, string>> = {
    approve: turns('approved'),
    paper: turns('paperUploaded'),
    delegate: turns('delegated'),
    reassign: turns('reassigned'),
    extend: signing('extended'),
    link: signing('copied'),
    decline: signing('declined'),
  };
  const Dialog: ComponentType<TurnDialogProps> | null = action === null ? null : DIALOGS[action];
  return (
    <div className="gq-signing-row">
      {actions.map((name) => (
        <Button
          key={name}
          type={name === 'approve' ? 'primary' : 'default'}
          danger={name === 'decline'}
          onClick={() => setAction(name)}
        >
          {labels[name]}
        </Button>
      ))}
      {Dialog !== null && action !== null && (
        <Dialog
          agreementId={agreement.id}
          turn={turn}
          contentHash={contentHash}
          organisationId={party?.organisation?.id ?? ''}
          onClose={(isDone) => {
            if (isDone) toast.success(done[action]);
            setAction(null);
          }}
        />
      )}
    </div>
  );
}

/** A turn is one’s own by right, or by a power of attorney, which is not handed on. */
function useActions({ viewerCan, myTurns, parties }: ShownTurns, turn: Turn): Action[] {
  const viewer = useViewer();
  const own = viewer?.organisations.map(({ organisation }) => organisation?.id) ?? [];
  const organisation = parties.find(
    ({ position }) => position === turn.partyPosition,
  )?.organisation;
  const isOpen = turn.state === 'READY' || turn.state === 'OPENED';
  const isAsked = isOpen || turn.state === 'DECLINED' || turn.state === 'EXPIRED';
  const isWaited = isAsked || turn.state === 'PENDING';
  const isMine = isOpen && myTurns.some(({ id }) => id === turn.id);
  const isReview = turn.role === 'REVIEWER';
  const isMember = organisation != null && own.includes(organisation.id);
  const shown: Readonly<Record<Action, boolean>> = {
    approve: isMine && isReview && viewerCan.approve,
    paper: isMine && !isReview,
    delegate: isMine && !isReview && isMember,
    reassign: isWaited && isMember && viewerCan.reassign,
    extend: isAsked && viewerCan.extend,
    link: isOpen && !isReview && viewerCan.issueLink,
    decline: isMine && viewerCan.decline,
  };
  return (Object.keys(DIALOGS) as Action[]).filter((name) => shown[name]);
}
