import { Modal } from 'antd';
import { useState } from 'react';
import {
  ExtendAgreementTurn,
  IssueAgreementSigningLink,
} from '@/graphql/generated/features/agreements/signing/signing';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { FormProblems } from '@/shared/forms/form-problems';
import { NumberItem } from '@/shared/forms/number-item';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { overlayRoot } from '@/shared/ui/overlay-root';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { signingMessages } from './signing.messages';

interface ExtendDialogProps {
  readonly signatoryId: string;
  readonly onClose: (isDone: boolean) => void;
}

export function ExtendDialog({ signatoryId, onClose }: ExtendDialogProps) {
  const text = useText(signingMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(ExtendAgreementTurn);
  return (
    <ActionDialog<{ days: number }>
      title={text('extendTitle')}
      submitLabel={text('extend')}
      initialValues={{ days: 14 }}
      run={({ days }) => run({ signatoryId, days })}
      onClose={onClose}
    >
      <NumberItem
        name="days"
        label={text('extendDays')}
        min={1}
        max={365}
        rules={[{ required: true, message: ui('required') }]}
      />
    </ActionDialog>
  );
}

interface LinkDialogProps {
  readonly agreementId: string;
  readonly signatoryId: string;
  readonly onClose: () => void;
}

/** A link to a turn; its address is shown this once. */
export function LinkDialog({ agreementId, signatoryId, onClose }: LinkDialogProps) {
  const text = useText(signingMessages);
  const ui = useText(uiMessages);
  const [url, setUrl] = useState<string | null>(null);
  const { run, isRunning, userErrors, failure } = useAction(IssueAgreementSigningLink, {
    refreshes: ['AgreementEvents', 'AgreementTurns'],
  });
  // What it is refused for stands above the button.
  const make = (): Promise<void> =>
    run({ agreementId, signatoryId }).then(
      (payload) => setUrl(payload.url ?? null),
      () => setUrl(null),
    );
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address);
    toast.success(text('copied'));
  };
  return (
    <Modal
      open
      getContainer={overlayRoot}
      title={text(url === null ? 'link' : 'linkTitle')}
      okText={text(url === null ? 'link' : 'copy')}
      cancelText={ui('cancel')}
      confirmLoading={isRunning}
      onOk={() => void (url === null ? make() : copy(url))}
      onCancel={onClose}
    >
      <p>{text('linkText')}</p>
      {url !== null && <code className="gq-signing-hash">{url}</code>}
      <FormProblems problems={userErrors.map(({ message }) => message)} failure={failure} />
    </Modal>
  );
}
