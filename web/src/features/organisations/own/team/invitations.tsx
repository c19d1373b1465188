import { App, Button } from 'antd';
import {
  RevokeInvitation,
  TeamInvitations,
  type TeamInvitationsQuery,
} from '@/graphql/generated/features/organisations/own/team/team';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { ownWordsMessages } from '../own-words.messages';
import { teamMessages } from './team.messages';

type Invitation = NonNullable<TeamInvitationsQuery['organisationInvitations']>['nodes'][number];

/** Who was invited, and what became of it. */
export function Invitations({ organisationId }: { readonly organisationId: string }) {
  const text = useText(teamMessages);
  const words = useText(ownWordsMessages);
  const format = useFormat();
  const attempt = useAttempt();
  const { modal } = App.useApp();
  const revoke = useAction(RevokeInvitation, { refreshes: ['TeamInvitations'] });
  const pages = usePages(
    TeamInvitations,
    { organisationId },
    ({ organisationInvitations }: TeamInvitationsQuery) => organisationInvitations,
  );
  const askToRevoke = ({ id, contactMasked }: Invitation): void => {
    void modal.confirm({
      title: text('revokeOf', { contact: contactMasked }),
      content: text('revokeText'),
      okText: text('revoke'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => revoke.run({ invitationId: id }), text('revoked')),
    });
  };
  return (
    <Section title={text('invitations')}>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('noInvitations')}>
              <p>{text('noInvitationsText')}</p>
            </EmptyState>
          ) : (
            <Records
              caption={text('invitations')}
              keyOf={({ id }) => id}
              records={nodes}
              columns={[
                {
                  key: 'to',
                  title: text('inviteTo'),
                  isHead: true,
                  render: ({ contactMasked }) => contactMasked,
                },
                { key: 'role', title: text('role'), render: ({ role }) => words(`role_${role}`) },
                {
                  key: 'state',
                  title: text('state'),
                  render: ({ state }) => (
                    <Badge tone={state === 'PENDING' ? 'accent' : 'neutral'}>
                      {text(`state_${state}`)}
                    </Badge>
                  ),
                },
                {
                  key: 'by',
                  title: text('invitedBy'),
                  render: ({ invitedBy }) => invitedBy?.displayName ?? '–',
                },
                {
                  key: 'expires',
                  title: text('expires'),
                  render: ({ expiresAt }) => format.dateTime(expiresAt),
                },
                {
                  key: 'actions',
                  title: text('actions'),
                  render: (invitation) =>
                    invitation.state === 'PENDING' && (
                      <Button
                        size="small"
                        aria-label={text('revokeOf', { contact: invitation.contactMasked })}
                        onClick={() => askToRevoke(invitation)}
                      >
                        {text('revoke')}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </Section>
  );
}
