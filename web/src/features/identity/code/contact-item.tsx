import { Form, Input } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { codeMessages } from './code.messages';

export interface ContactItemProps {
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** A mobile number or mail address, under the field name `contact`. */
export function ContactItem({ label, autoFocus = false }: ContactItemProps) {
  const text = useText(codeMessages);
  return (
    <Form.Item
      name="contact"
      label={label ?? text('contact')}
      rules={[{ required: true, whitespace: true, message: text('contactMissing') }, { max: 320 }]}
    >
      <Input
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
      />
    </Form.Item>
  );
}
