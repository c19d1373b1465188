import { Button, Form, Input, Space, type FormInstance } from 'antd';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { ActionRefused } from '@/shared/graphql/action';
import { RequestError } from '@/shared/graphql/request';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { codeMessages } from './code.messages';
import { useCountdown } from './use-countdown';

/** The API sends one code a minute. */
const PAUSE_S = 60;

export interface CodeFieldProps<TValues> {
  readonly form: FormInstance<TValues>;
  /** Field with the contact to send to; left out where the account's own contact is meant. */
  readonly contactField?: keyof TValues & string;
  readonly send: () => Promise<unknown>;
  readonly name?: string | readonly string[];
}

/** Six digits that were sent, and the button that sends them. */
export function CodeField<TValues extends object>({
  form,
  contactField,
  send,
  name = 'code',
}: CodeFieldProps<TValues>) {
  const text = useText(codeMessages);
  const ui = useText(uiMessages);
  const { left, start } = useCountdown();
  const [isSending, setSending] = useState(false);
  const [isSent, setSent] = useState(false);

  const refuse = (field: string | readonly string[], message: string): void => {
    form.setFields([{ name: field as never, errors: [message] }]);
    form.scrollToField(field, { focus: true });
  };
  const press = async (): Promise<void> => {
    if (contactField !== undefined) {
      const valid = await form.validateFields([contactField as never]).then(
        () => true,
        () => false,
      );
      if (!valid) return form.scrollToField(contactField, { focus: true });
    }
    setSending(true);
    setSent(false);
    try {
      await send();
      setSent(true);
      start(PAUSE_S);
      form.scrollToField(name, { focus: true, block: 'center' });
    } catch (error) {
      if (error instanceof ActionRefused) refuse(contactField ?? name, error.message);
      else if (error instanceof RequestError)
        refuse(name, error.code === 'NETWORK' ? ui('failedNetwork') : error.message);
      else throw error;
    } finally {
      setSending(false);
    }
  };

  return (
    <Form.Item
      name={name as never}
      label={text('code')}
      extra={
        <span role="status" className="gq-identity-sent">
          {isSent ? text('sent') : ''}
        </span>
      }
      rules={[
        { required: true, whitespace: true, message: text('codeMissing') },
        { pattern: /^\d{6}$/, message: text('codeMissing') },
      ]}
      validateTrigger="onBlur"
      normalize={(value: string) => value.normalize('NFKC').replaceAll(/\s/g, '')}
    >
      <DigitsInput>
        <Button loading={isSending} disabled={left > 0} onClick={() => void press()}>
          {left > 0 ? text('sendAgain', { count: left }) : text('send')}
        </Button>
      </DigitsInput>
    </Form.Item>
  );
}

/** The form's field; its button stands beside it. */
function DigitsInput({
  children,
  ...field
}: ComponentProps<typeof Input> & { readonly children: ReactNode }) {
  return (
    <Space.Compact block>
      <Input {...field} inputMode="numeric" autoComplete="one-time-code" />
      {children}
    </Space.Compact>
  );
}
