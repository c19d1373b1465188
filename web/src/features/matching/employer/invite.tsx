import { Button } from 'antd';
import { useState } from 'react';
import { InviteCandidate } from '@/graphql/generated/features/matching/employer/invite';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { inviteMessages } from './invite.messages';

export interface InviteProps {
  readonly postingId: string;
  readonly candidate: {
    readonly id: string;
    readonly fullName: string | null;
    readonly takesInvitations: boolean;
    readonly invitedAt: string | null;
  };
}

/** Asks a person to apply, once; says when it was done, or that the person does not want it. */
export function Invite({ postingId, candidate }: InviteProps) {
  const text = useText(inviteMessages);
  const { date } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { run } = useAction(InviteCandidate, {
    refreshes: ['RecommendedProfile', 'CandidateProfile'],
  });
  const { id, fullName, takesInvitations, invitedAt } = candidate;
  if (invitedAt !== null)
    return (
      <span className="gq-recommended-lead">{text('invitedOn', { day: date(invitedAt) })}</span>
    );
  if (!takesInvitations) return <span className="gq-recommended-lead">{text('notWanted')}</span>;
  const name = fullName ?? text('nameless');
  const close = (isDone: boolean): void => {
    setOpen(false);
    if (isDone) toast.success(text('invited'));
  };
  return (
    <>
      <Button aria-label={text('inviteOf', { name })} onClick={() => setOpen(true)}>
        {text('invite')}
      </Button>
      {isOpen && (
        <ActionDialog<object>
          title={text('inviteTitle', { name })}
          lead={<p>{text('inviteText')}</p>}
          submitLabel={text('invite')}
          run={() => run({ jobPostingId: postingId, profileId: id })}
          onClose={close}
        />
      )}
    </>
  );
}
