import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { SendAgreementSigningCode } from '@/graphql/generated/features/agreements/agreement';
import { FormProblems } from '@/shared/forms/form-problems';
import { ActionRefused, useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { agreementMessages } from '../agreement.messages';

interface CodeFieldProps {
  /** Opens the text to be signed, unless it is open; null where no code is needed. */
  readonly open: () => Promise<string | null>;
}

/** Where the one-time code is asked for and typed. */
export function CodeField({ open }: CodeFieldProps) {
  const text = useText(agreementMessages);
  const [isSent, setSent] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const { run, isRunning, failure } = useAction(SendAgreementSigningCode, { refreshes: [] });
  const send = async (): Promise<void> => {
    setRefused([]);
    try {
      const signingSessionId = await open();
      if (signingSessionId === null) return;
      await run({ signingSessionId });
      setSent(true);
    } catch (error) {
      // A failure of the connection is shown by the action's own state.
      if (error instanceof ActionRefused)
        setRefused(error.userErrors.map(({ message }) => message));
    }
  };
  return (
    <>
      <Form.Item
        name="code"
        label={text('signCode')}
        extra={text(isSent ? 'signCodeSent' : 'signCodeHint')}
        rules={[{ required: true, whitespace: true, message: text('signCodeHint') }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" />
      </Form.Item>
      <FormProblems problems={refused} failure={failure} />
      <Button className="gq-signing-send" loading={isRunning} onClick={() => void send()}>
        {text('signCodeSend')}
      </Button>
    </>
  );
}
