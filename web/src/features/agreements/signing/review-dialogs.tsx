import { Form } from 'antd';
import {
  ApproveAgreementReview,
  ReassignAgreementTurn,
} from '@/graphql/generated/features/agreements/signing/signing';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { MemberSelect } from './member-select';
import type { TurnDialogProps } from './turn-actions';
import { turnsMessages } from './turns.messages';

/** Approves the text that stands on the page: its hash goes with it. */
export function ApproveDialog({ turn, contentHash, onClose }: TurnDialogProps) {
  const text = useText(turnsMessages);
  const { run } = useAction(ApproveAgreementReview);
  return (
    <ActionDialog<object>
      title={text('approveTitle')}
      lead={
        <>
          <p>{text('approveText')}</p>
          <code className="gq-signing-hash">{contentHash}</code>
        </>
      }
      submitLabel={text('approve')}
      run={() => run({ signatoryId: turn.id, contentHash })}
      onClose={onClose}
    />
  );
}

/** Names another member, or leaves it to whoever may. */
export function ReassignDialog({ turn, organisationId, onClose }: TurnDialogProps) {
  const text = useText(turnsMessages);
  const { run } = useAction(ReassignAgreementTurn);
  const roles = turn.role === 'REVIEWER' ? ['ADMINISTRATOR', 'OFFICER'] : ['ADMINISTRATOR'];
  return (
    <ActionDialog<{ accountId: string | null }>
      title={text('reassignTitle')}
      lead={text('reassignText')}
      submitLabel={text('reassign')}
      initialValues={{ accountId: turn.account?.id ?? null }}
      run={({ accountId }) => run({ signatoryId: turn.id, accountId })}
      onClose={onClose}
    >
      <Form.Item name="accountId" label={text('member')}>
        <MemberSelect organisationId={organisationId} roles={roles} />
      </Form.Item>
    </ActionDialog>
  );
}
