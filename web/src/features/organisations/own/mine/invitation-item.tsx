import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import {
  AcceptInvitation,
  DeclineInvitation,
  type MyOrganisationsQuery,
} from '@/graphql/generated/features/organisations/own/mine/mine';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { lastInstant } from '../own-tones';
import { ownWordsMessages } from '../own-words.messages';
import { mineMessages } from './mine.messages';

export type InvitationToMe = NonNullable<MyOrganisationsQuery['me']>['invitations'][number];

/** An invitation with both answers. */
export function InvitationItem({ invitation }: { readonly invitation: InvitationToMe }) {
  const text = useText(mineMessages);
  const words = useText(ownWordsMessages);
  const format = useFormat();
  const attempt = useAttempt();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const accept = useAction(AcceptInvitation, {
    onDone: ({ organisation }) => {
      if (organisation) void navigate(`/work/${organisation.id}`);
    },
  });
  const decline = useAction(DeclineInvitation, { refreshes: ['MyOrganisations'] });
  const { id: invitationId, role, expiresAt, invitedBy, organisation } = invitation;
  const name = organisation?.name ?? '–';
  const askToDecline = (): void => {
    void modal.confirm({
      title: text('declineTitle'),
      content: text('declineText'),
      okText: text('decline'),
      onOk: () => attempt(() => decline.run({ invitationId }), text('declined')),
    });
  };
  const said = { role: words(`role_${role}`), date: format.date(lastInstant(expiresAt)) };
  return (
    <li>
      <strong>{name}</strong>
      <p>
        {invitedBy === null
          ? text('invitedAs', said)
          : text('invitedBy', { ...said, person: invitedBy.displayName })}
      </p>
      <div className="gq-actions gq-own-answers">
        <Button
          type="primary"
          loading={accept.isRunning}
          aria-label={text('acceptOf', { name })}
          onClick={() => void attempt(() => accept.run({ invitationId }), text('accepted'))}
        >
          {text('accept')}
        </Button>
        <Button aria-label={text('declineOf', { name })} onClick={askToDecline}>
          {text('decline')}
        </Button>
      </div>
    </li>
  );
}
