import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  ChangeMemberRole,
  LeaveOrganisation,
  RemoveMember,
  type MemberRole,
  type TeamQuery,
} from '@/graphql/generated/features/organisations/own/team/team';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { toast } from '@/shared/ui/toasts';
import { Records } from '@/shared/ui/records';
import { useViewer } from '@/shared/viewer/use-viewer';
import { ownWordsMessages } from '../own-words.messages';
import { RoleItem } from './role-item';
import { teamMessages } from './team.messages';

type Member = NonNullable<TeamQuery['organisationMembers']>['nodes'][number];

const REFRESHES = { refreshes: ['Team', 'TeamInvitations', 'OrganisationOverview', 'Viewer'] };

export interface MembersProps {
  readonly organisationId: string;
  readonly members: readonly Member[];
  readonly mayManage: boolean;
}

export function Members({ organisationId, members, mayManage }: MembersProps) {
  const text = useText(teamMessages);
  const words = useText(ownWordsMessages);
  const format = useFormat();
  const viewer = useViewer();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const { modal } = App.useApp();
  const [changed, setChanged] = useState<Member | null>(null);
  const changeRole = useAction(ChangeMemberRole, REFRESHES);
  const remove = useAction(RemoveMember, REFRESHES);
  const leave = useAction(LeaveOrganisation, { onDone: () => void navigate('/me/organisations') });
  const nameOf = ({ account }: Member): string => account?.displayName ?? text('erased');
  const isOwn = ({ account }: Member): boolean => account?.id === viewer?.account.id;
  const askToRemove = (member: Member): void => {
    void modal.confirm({
      title: text('removeTitle'),
      content: text('removeText', { name: nameOf(member) }),
      okText: text('remove'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => remove.run({ memberId: member.id }), text('removed')),
    });
  };
  const askToLeave = (): void => {
    void modal.confirm({
      title: text('leaveTitle'),
      content: text('leaveText'),
      okText: text('leave'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => leave.run({ organisationId }), text('left')),
    });
  };
  return (
    <>
      <Records
        caption={text('members')}
        keyOf={({ id }) => id}
        records={members}
        columns={[
          {
            key: 'name',
            title: text('member'),
            isHead: true,
            render: (member) => (
              <>
                {nameOf(member)} {isOwn(member) && <Badge>{text('you')}</Badge>}
              </>
            ),
          },
          { key: 'role', title: text('role'), render: ({ role }) => words(`role_${role}`) },
          {
            key: 'joined',
            title: text('joined'),
            render: ({ joinedAt }) => format.date(joinedAt),
          },
          {
            key: 'actions',
            title: text('actions'),
            render: (member) => (
              <div className="gq-actions">
                {mayManage && (
                  <Button
                    size="small"
                    aria-label={text('changeRoleOf', { name: nameOf(member) })}
                    onClick={() => setChanged(member)}
                  >
                    {text('changeRole')}
                  </Button>
                )}
                {mayManage && !isOwn(member) && (
                  <Button
                    size="small"
                    danger
                    aria-label={text('removeOf', { name: nameOf(member) })}
                    onClick={() => askToRemove(member)}
                  >
                    {text('remove')}
                  </Button>
                )}
                {isOwn(member) && (
                  <Button size="small" danger onClick={askToLeave}>
                    {text('leave')}
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
      {changed && (
        <ActionDialog<{ role: MemberRole }>
          title={text('changeRoleOf', { name: nameOf(changed) })}
          submitLabel={text('changeRole')}
          initialValues={{ role: changed.role }}
          run={({ role }) => changeRole.run({ memberId: changed.id, role })}
          onClose={(isDone) => {
            setChanged(null);
            if (isDone) toast.success(text('roleChanged'));
          }}
        >
          <RoleItem />
        </ActionDialog>
      )}
    </>
  );
}
