import { Checkbox, Form, Input } from 'antd';
import { ReturnAgreement } from '@/graphql/generated/features/agreements/agreement';
import { AgreementTurns } from '@/graphql/generated/features/agreements/signing/signing';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { DialogLoading } from '@/shared/ui/states';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownAgreement } from './agreement-section';
import { agreementMessages } from './agreement.messages';

const REFRESHES = ['Agreement', 'Agreements', 'AgreementCounts', 'AgreementTurns'];

interface ReturnDialogProps {
  readonly agreement: ShownAgreement;
  readonly onClose: (isDone: boolean) => void;
}

/** Back to the draft: what others have signed and approved goes with it, so that it is counted and confirmed first. */
export function ReturnDialog({ agreement, onClose }: ReturnDialogProps) {
  const text = useText(agreementMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(ReturnAgreement, { refreshes: REFRESHES });
  const { data } = useOperation(AgreementTurns, { id: agreement.id });
  if (!data) return <DialogLoading />;
  const countOf = (state: 'SIGNED' | 'APPROVED') =>
    data.agreement?.signatories.filter((turn) => turn.state === state).length ?? 0;
  const lost = [
    { count: countOf('SIGNED'), name: 'lostSignatures' },
    { count: countOf('APPROVED'), name: 'lostApprovals' },
  ] as const;
  const isLosing = lost.some(({ count }) => count > 0);
  return (
    <ActionDialog<{ reason: string; isConfirmed?: boolean }>
      title={text('returnTitle')}
      lead={
        <>
          <p>{text('returnText')}</p>
          {isLosing ? (
            <>
              <p>{text('returnLoses')}</p>
              <ul>
                {lost
                  .filter(({ count }) => count > 0)
                  .map(({ count, name }) => (
                    <li key={name}>
                      <strong>{text(name, { count })}</strong>
                    </li>
                  ))}
              </ul>
            </>
          ) : (
            <p>{text('returnLosesNothing')}</p>
          )}
        </>
      }
      submitLabel={text('return')}
      isDangerous={isLosing}
      run={({ reason }) => run({ agreementId: agreement.id, reason })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={text('reason')}
        extra={text('reasonHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 500 }]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
      {isLosing && (
        <Form.Item
          name="isConfirmed"
          valuePropName="checked"
          rules={[
            {
              validator: (_, value) =>
                value === true
                  ? Promise.resolve()
                  : Promise.reject(new Error(text('signConfirmNeeded'))),
            },
          ]}
        >
          <Checkbox>{text('returnConfirm')}</Checkbox>
        </Form.Item>
      )}
    </ActionDialog>
  );
}
