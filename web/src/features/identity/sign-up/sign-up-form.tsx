import { Button, Checkbox, Form, Input } from 'antd';
import { RegisterAccount } from '@/graphql/generated/features/identity/registration';
import { RequestOneTimeCode } from '@/graphql/generated/features/identity/session';
import { dayInChina } from '@/shared/format/china-time';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useAction } from '@/shared/graphql/action';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { CodeField } from '../code/code-field';
import { codeMessages } from '../code/code.messages';
import { ContactItem } from '../code/contact-item';
import { NoticeText } from '../privacy-notice/notice-text';
import { latestBirthDate } from './latest-birth-date';
import { signUpMessages } from './sign-up.messages';

interface Values {
  readonly contact: string;
  readonly code: string;
  readonly displayName: string;
  readonly birthDate: string;
  readonly password?: string;
  readonly isAgreed: boolean;
}

export interface SignUpFormProps {
  /** Edition of the privacy notice that is shown. */
  readonly version: number;
  readonly noticeText: string;
}

export function SignUpForm({ version, noticeText }: SignUpFormProps) {
  const text = useText(signUpMessages);
  const words = useText(codeMessages);
  const locale = useLocale();
  const code = useAction(RequestOneTimeCode, { refreshes: [] });
  const register = useAction(RegisterAccount);
  const { form, submit, isRunning, problems, failure } = useActionForm<Values>({
    run: ({ contact, code: digits, displayName, birthDate, password }) =>
      register.run({
        contact,
        code: digits,
        displayName,
        birthDate,
        ...(password ? { password } : {}),
        channel: 'PORTAL',
        preferredLocale: locale === 'en' ? 'EN' : 'ZH_CN',
        privacyNoticeVersion: version,
      }),
    fieldOf: ([name = '']) => [name === 'privacyNoticeVersion' ? 'isAgreed' : name],
  });
  const today = dayInChina();

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ContactItem autoFocus />
      <CodeField
        form={form}
        contactField="contact"
        send={() =>
          code.run({ contact: String(form.getFieldValue('contact')), purpose: 'REGISTER' })
        }
      />
      <Form.Item
        name="displayName"
        label={text('name')}
        rules={[{ required: true, whitespace: true, message: text('nameMissing') }, { max: 50 }]}
      >
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="birthDate"
        label={text('birthDate')}
        extra={text('birthDateHint')}
        rules={[
          { required: true, message: text('birthDateMissing') },
          {
            validator: (_rule, day?: string) =>
              day !== undefined && day > latestBirthDate(today)
                ? Promise.reject(new Error(text('tooYoung')))
                : Promise.resolve(),
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input type="date" autoComplete="bday" min="1900-01-01" max={today} />
      </Form.Item>
      <Form.Item
        name="password"
        label={text('setPassword')}
        extra={`${text('setPasswordHint')}${words('passwordHint')}`}
        rules={[{ min: 8, message: words('passwordShort') }, { max: 128 }]}
        validateTrigger="onBlur"
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <details className="gq-notice-details">
        <summary>{text('readNotice', { version })}</summary>
        <div className="gq-notice-scroll" tabIndex={0}>
          <NoticeText text={noticeText} />
        </div>
      </details>
      <Form.Item
        name="isAgreed"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, isAgreed?: boolean) =>
              isAgreed ? Promise.resolve() : Promise.reject(new Error(text('agreeMissing'))),
          },
        ]}
      >
        <Checkbox>{text('agree')}</Checkbox>
      </Form.Item>
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" block loading={isRunning}>
        {text('submit')}
      </Button>
    </Form>
  );
}
