import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  ChangeContact,
  ChangePassword,
  RequestContactCode,
} from '@/graphql/generated/features/identity/account/proof';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { Section } from '@/shared/ui/page';
import { CodeField } from '../code/code-field';
import { codeMessages } from '../code/code.messages';
import { NewPasswordItem } from '../code/new-password-item';
import { accountMessages } from './account.messages';
import { AccountRow } from './account-row';
import type { Me } from './me';
import { proofFieldOf, ProofItems, type WithProof } from './proof-items';

type Way = 'phone' | 'email' | 'password';

interface ContactValues extends WithProof {
  readonly contact: string;
  readonly code: string;
}

interface PasswordValues extends WithProof {
  readonly newPassword: string;
}

interface DialogProps {
  readonly me: Me;
  readonly title: string;
  readonly onClose: (isDone: boolean) => void;
}

/** By what one signs in. */
export function SigningInSection({ me }: { readonly me: Me }) {
  const text = useText(accountMessages);
  const [open, setOpen] = useState<Way | null>(null);
  const rows = [
    { way: 'phone', value: me.phone, has: me.phone !== null, on: 'changePhone', off: 'setPhone' },
    { way: 'email', value: me.email, has: me.email !== null, on: 'changeEmail', off: 'setEmail' },
    {
      way: 'password',
      value: me.hasPassword ? text('isSet') : null,
      has: me.hasPassword,
      on: 'changePassword',
      off: 'setPassword',
    },
  ] as const;
  const title = (way: Way): string => {
    const row = rows.find((each) => each.way === way);
    return row ? text(row.has ? row.on : row.off) : '';
  };
  const close = (isDone: boolean): void => {
    if (isDone) toast.success(text(open === 'password' ? 'passwordChanged' : 'contactChanged'));
    setOpen(null);
  };
  return (
    <Section title={text('signingIn')}>
      {rows.map(({ way, value, has }) => (
        <AccountRow
          key={way}
          label={text(way)}
          value={value ?? text('notSet')}
          action={
            <Button aria-label={title(way)} onClick={() => setOpen(way)}>
              {text(has ? 'change' : 'set')}
            </Button>
          }
        />
      ))}
      {open === 'password' && <PasswordDialog me={me} title={title(open)} onClose={close} />}
      {(open === 'phone' || open === 'email') && (
        <ContactDialog
          me={me}
          title={title(open)}
          label={text(open === 'phone' ? 'newPhone' : 'newEmail')}
          inputType={open === 'phone' ? 'tel' : 'email'}
          onClose={close}
        />
      )}
    </Section>
  );
}

function ContactDialog(
  props: DialogProps & { readonly label: string; readonly inputType: 'tel' | 'email' },
) {
  const { me, title, label, inputType, onClose } = props;
  const text = useText(accountMessages);
  const words = useText(codeMessages);
  const code = useAction(RequestContactCode, { refreshes: [] });
  const change = useAction(ChangeContact, { refreshes: ['MyAccount'] });
  return (
    <ActionDialog<ContactValues>
      title={title}
      lead={text('contactLead')}
      submitLabel={title}
      run={change.run}
      fieldOf={proofFieldOf(me)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item
            name="contact"
            label={label}
            rules={[
              { required: true, whitespace: true, message: words('contactMissing') },
              { max: 320 },
            ]}
          >
            <Input inputMode={inputType} autoComplete={inputType} autoCapitalize="none" />
          </Form.Item>
          <CodeField
            form={form}
            contactField="contact"
            send={() => code.run({ contact: String(form.getFieldValue('contact')) })}
          />
          <ProofItems me={me} form={form} />
        </>
      )}
    </ActionDialog>
  );
}

function PasswordDialog({ me, title, onClose }: DialogProps) {
  const text = useText(accountMessages);
  const change = useAction(ChangePassword, { refreshes: ['MyAccount'] });
  return (
    <ActionDialog<PasswordValues>
      title={title}
      lead={text('passwordLead')}
      submitLabel={title}
      run={change.run}
      fieldOf={proofFieldOf(me)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ProofItems me={me} form={form} />
          <NewPasswordItem />
        </>
      )}
    </ActionDialog>
  );
}
