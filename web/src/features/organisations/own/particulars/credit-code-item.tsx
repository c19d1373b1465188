import { Form, Input, type FormInstance } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { CREDIT_CODE_LENGTH, creditCodeProblem, normaliseCreditCode } from './credit-code';
import { particularsMessages } from './particulars.messages';
import type { ParticularsValues } from './particulars-values';

export interface CreditCodeItemProps {
  readonly form: FormInstance<ParticularsValues>;
  readonly hint: string | undefined;
}

/** The unified social credit code; counts along while it is typed, and checks its last digit. */
export function CreditCodeItem({ form, hint }: CreditCodeItemProps) {
  const text = useText(particularsMessages);
  const typed = Form.useWatch('unifiedSocialCreditCode', form) ?? '';
  const code = normaliseCreditCode(typed);
  const isFull = code.length >= CREDIT_CODE_LENGTH;
  const progress =
    isFull && creditCodeProblem(code) === null
      ? text('codeGood')
      : text('codeTyped', { count: code.length });
  return (
    <Form.Item
      name="unifiedSocialCreditCode"
      label={text('code')}
      extra={
        <span>
          {hint ?? text('codeHint')} {code === '' ? '' : progress}
        </span>
      }
      normalize={(value: string) => normaliseCreditCode(value)}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: text('codeMissing') },
        {
          validator: (_rule, value?: string) => {
            const problem = value ? creditCodeProblem(value) : null;
            return problem === null ? Promise.resolve() : Promise.reject(new Error(text(problem)));
          },
        },
      ]}
    >
      <Input autoCapitalize="characters" autoComplete="off" spellCheck={false} />
    </Form.Item>
  );
}
