import { Form, Input } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { codeMessages } from './code.messages';

/** A password to set, under the field name `newPassword`. */
export function NewPasswordItem() {
  const text = useText(codeMessages);
  return (
    <Form.Item
      name="newPassword"
      label={text('newPassword')}
      extra={text('passwordHint')}
      rules={[{ required: true, min: 8, message: text('passwordShort') }, { max: 128 }]}
      validateTrigger="onBlur"
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}
