import '../identity.css';
import { Button, Form, Input, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import {
  RequestOneTimeCode,
  SignIn,
  SignInWithCode,
} from '@/graphql/generated/features/identity/session';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { useViewer } from '@/shared/viewer/use-viewer';
import { CodeField } from '../code/code-field';
import { ContactItem } from '../code/contact-item';
import { signInMessages } from './sign-in.messages';
import { thenPath, withThen } from './then-path';

interface Values {
  readonly contact: string;
  readonly password?: string;
  readonly code?: string;
}

type Way = 'password' | 'code';

/** By password or one-time code; then on to where the person wanted to go. */
export function Page() {
  const text = useText(signInMessages);
  const viewer = useViewer();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const then = search.get('then');
  const [way, setWay] = useState<Way>('password');
  const byPassword = useAction(SignIn);
  const byCode = useAction(SignInWithCode);
  const code = useAction(RequestOneTimeCode, { refreshes: [] });
  const { form, submit, isRunning, problems, failure } = useActionForm<Values>({
    run: ({ contact, password = '', code: digits = '' }) =>
      way === 'password'
        ? byPassword.run({ contact, password, channel: 'PORTAL' })
        : byCode.run({ contact, code: digits, channel: 'PORTAL' }),
  });
  useEffect(() => {
    if (viewer) void navigate(thenPath(then), { replace: true });
  }, [viewer, navigate, then]);

  return (
    <Frame title={text('title')} width="narrow">
      <div className="gq-card gq-identity-card">
        <Segmented<Way>
          block
          aria-label={text('by')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'password', label: text('byPassword') },
            { value: 'code', label: text('byCode') },
          ]}
        />
        <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <ContactItem autoFocus />
          {way === 'password' ? (
            <Form.Item
              name="password"
              label={text('password')}
              rules={[{ required: true, message: text('passwordMissing') }, { max: 256 }]}
            >
              <Input.Password autoComplete="current-password" />
            </Form.Item>
          ) : (
            <CodeField
              form={form}
              contactField="contact"
              send={() =>
                code.run({
                  contact: String(form.getFieldValue('contact')),
                  purpose: 'SIGN_IN',
                })
              }
            />
          )}
          <FormProblems problems={problems} failure={failure} />
          <Button type="primary" htmlType="submit" block loading={isRunning}>
            {text('submit')}
          </Button>
        </Form>
        <p className="gq-identity-links">
          <Link to={withThen('/forgot-password', then)}>{text('forgot')}</Link>
          <span>
            {text('noAccount')} <Link to={withThen('/sign-up', then)}>{text('signUp')}</Link>
          </span>
        </p>
      </div>
    </Frame>
  );
}
