import { Form, Input } from 'antd';
import {
  InviteMember,
  type MemberRole,
} from '@/graphql/generated/features/organisations/own/team/team';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { RoleItem } from './role-item';
import { teamMessages } from './team.messages';

interface Values {
  readonly contact: string;
  readonly role: MemberRole;
}

export interface InviteDialogProps {
  readonly organisationId: string;
  readonly onClose: () => void;
}

export function InviteDialog({ organisationId, onClose }: InviteDialogProps) {
  const text = useText(teamMessages);
  const invite = useAction(InviteMember, { refreshes: ['TeamInvitations'] });
  return (
    <ActionDialog<Values>
      title={text('invite')}
      lead={text('inviteLead')}
      submitLabel={text('sendInvitation')}
      initialValues={{ role: 'OFFICER' }}
      run={(values) => invite.run({ ...values, organisationId })}
      onClose={(isDone) => {
        onClose();
        if (isDone) toast.success(text('invited'));
      }}
    >
      <Form.Item
        name="contact"
        label={text('contact')}
        rules={[
          { required: true, whitespace: true, message: text('contactMissing') },
          { max: 320 },
        ]}
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <RoleItem />
    </ActionDialog>
  );
}
