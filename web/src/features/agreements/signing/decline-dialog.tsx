import { Form, Input } from 'antd';
import { useRef } from 'react';
import { DeclineAgreementTurn } from '@/graphql/generated/features/agreements/signing/signing';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { KeptDraft } from '@/shared/forms/kept-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { signingMessages } from './signing.messages';

interface DeclineDialogProps {
  readonly signatoryId: string;
  readonly onClose: (isDone: boolean) => void;
}

/** Refuses a turn, with a reason that is kept on this device until it was sent. */
export function DeclineDialog({ signatoryId, onClose }: DeclineDialogProps) {
  const text = useText(signingMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(DeclineAgreementTurn);
  const discard = useRef(() => undefined as void);
  return (
    <ActionDialog<{ reason: string }>
      title={text('declineTitle')}
      lead={text('declineText')}
      submitLabel={text('decline')}
      isDangerous
      run={async ({ reason }) => {
        await run({ signatoryId, reason });
        discard.current();
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <KeptDraft form={form} name={`decline-${signatoryId}`} discardRef={discard} />
          <Form.Item
            name="reason"
            label={text('declineReason')}
            rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 500 }]}
          >
            <Input.TextArea rows={4} />
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
