import '../identity.css';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ResetPassword } from '@/graphql/generated/features/identity/registration';
import { RequestOneTimeCode } from '@/graphql/generated/features/identity/session';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { CodeField } from '../code/code-field';
import { ContactItem } from '../code/contact-item';
import { NewPasswordItem } from '../code/new-password-item';
import { withThen } from '../sign-in/then-path';
import { forgotPasswordMessages } from './forgot-password.messages';

interface Values {
  readonly contact: string;
  readonly code: string;
  readonly newPassword: string;
}

/** A new password for whoever has the contact's code. */
export function Page() {
  const text = useText(forgotPasswordMessages);
  const [search] = useSearchParams();
  const [isDone, setDone] = useState(false);
  const code = useAction(RequestOneTimeCode, { refreshes: [] });
  const reset = useAction(ResetPassword);
  const { form, submit, isRunning, problems, failure } = useActionForm<Values>({
    run: reset.run,
  });
  const signInPath = withThen('/sign-in', search.get('then'));
  return (
    <Frame title={text('title')} lead={text('lead')} width="narrow">
      <div className="gq-card gq-identity-card">
        {isDone ? (
          <>
            <Alert type="success" showIcon role="status" title={text('done')} />
            <p>
              <Link className="gq-button" to={signInPath}>
                {text('toSignIn')}
              </Link>
            </p>
          </>
        ) : (
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={async (values) => setDone(await submit(values))}
          >
            <ContactItem autoFocus />
            <CodeField
              form={form}
              contactField="contact"
              send={() =>
                code.run({
                  contact: String(form.getFieldValue('contact')),
                  purpose: 'RESET_PASSWORD',
                })
              }
            />
            <NewPasswordItem />
            <FormProblems problems={problems} failure={failure} />
            <Button type="primary" htmlType="submit" block loading={isRunning}>
              {text('submit')}
            </Button>
          </Form>
        )}
      </div>
    </Frame>
  );
}
