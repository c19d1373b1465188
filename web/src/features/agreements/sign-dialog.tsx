import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import {
  BeginAgreementSigning,
  SendAgreementSigningCode,
  SignAgreement,
} from '@/graphql/generated/features/agreements/agreement';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { useMembership } from '@/shared/viewer/use-membership';
import type { ShownAgreement } from './agreement-section';
import { agreementMessages } from './agreement.messages';

const REFRESHES = ['Agreement', 'Agreements', 'AgreementCounts'];

export interface SignDialogProps {
  readonly agreement: ShownAgreement;
  readonly organisationId: string;
  readonly onClose: (isDone: boolean) => void;
}

interface Opened {
  readonly id: string;
  readonly needsCode: boolean;
}

/** Opens the text for this device, has a code sent where one is needed, and signs what was confirmed. */
export function SignDialog({ agreement, organisationId, onClose }: SignDialogProps) {
  const text = useText(agreementMessages);
  const { date } = useFormat();
  const membership = useMembership(organisationId);
  const { id, title, agreementNumber, contentHash, startsOn, myTurns } = agreement;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isSent, setSent] = useState(false);
  const begin = useAction(BeginAgreementSigning);
  const send = useAction(SendAgreementSigningCode);
  const { run } = useAction(SignAgreement, { refreshes: REFRESHES });
  const open = async (): Promise<Opened | null> => {
    if (opened) return opened;
    const { signingSession } = await begin.run({ signatoryId: myTurns[0]?.id ?? null });
    setOpened(signingSession ?? null);
    return signingSession ?? null;
  };
  const sendCode = async (): Promise<void> => {
    const session = await open();
    if (!session?.needsCode) return;
    await send.run({ signingSessionId: session.id });
    setSent(true);
  };
  return (
    <ActionDialog<{ isConfirmed: boolean; code?: string }>
      title={text('signTitle')}
      lead={
        <>
          <p>
            {text('signText', { party: membership?.organisation.name ?? '', from: date(startsOn) })}
          </p>
          <p>
            <strong>{title}</strong>
            <br />
            {agreementNumber}
          </p>
          <p className="gq-agreements-soft">{text('contentHash')}</p>
          <code className="gq-agreements-hash">{contentHash}</code>
          <p className="gq-agreements-soft">{text('signNote')}</p>
        </>
      }
      submitLabel={text('sign')}
      run={async ({ isConfirmed, code }) => {
        const session = await open();
        return run({
          agreementId: id,
          signingSessionId: session?.id ?? null,
          isConfirmed,
          contentHash: contentHash ?? '',
          code: code ?? null,
        });
      }}
      onClose={onClose}
    >
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
        <Checkbox>{text('signConfirm')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="code"
        label={text('signCode')}
        extra={text(isSent ? 'signCodeSent' : 'signCodeHint')}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={12} />
      </Form.Item>
      <Button onClick={() => void sendCode()}>{text('signCodeSend')}</Button>
    </ActionDialog>
  );
}
