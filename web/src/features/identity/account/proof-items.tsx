import { Form, Input, Radio, type FormInstance } from 'antd';
import { useState } from 'react';
import { RequestConfirmationCode } from '@/graphql/generated/features/identity/account/proof';
import type { ContactKind } from '@/graphql/generated/features/identity/account/proof';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { CodeField } from '../code/code-field';
import type { Me } from './me';
import { privacyMessages } from './privacy.messages';

/** What {@link ProofItems} adds to the values of a form. */
export interface WithProof {
  readonly proof: { readonly password?: string; readonly code?: string };
}

export interface ProofItemsProps<TValues extends WithProof> {
  readonly me: Me;
  readonly form: FormInstance<TValues>;
}

/** Shows that the owner of the account is at the device: by password, or by a code where there is none. */
export function ProofItems<TValues extends WithProof>({ me, form }: ProofItemsProps<TValues>) {
  const text = useText(privacyMessages);
  const [kind, setKind] = useState<ContactKind>(me.phone === null ? 'EMAIL' : 'PHONE');
  const code = useAction(RequestConfirmationCode, { refreshes: [] });
  if (me.hasPassword)
    return (
      <Form.Item
        name={['proof', 'password']}
        label={text('proofPassword')}
        rules={[{ required: true, message: text('proofPasswordMissing') }, { max: 256 }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    );
  const options = [
    { value: 'PHONE' as const, label: text('toPhone', { phone: me.phone ?? '' }) },
    { value: 'EMAIL' as const, label: text('toEmail', { email: me.email ?? '' }) },
  ].filter(({ value }) => (value === 'PHONE' ? me.phone : me.email) !== null);
  return (
    <>
      <Form.Item label={text('proofBy')}>
        <Radio.Group
          options={options}
          value={kind}
          onChange={({ target }) => setKind(target.value as ContactKind)}
        />
      </Form.Item>
      <CodeField form={form} name={['proof', 'code']} send={() => code.run({ kind })} />
    </>
  );
}

/** A refusal of the proof stands at the field that gave it. */
export function proofFieldOf(me: Me) {
  return (path: readonly string[]): (string | number)[] =>
    path[0] === 'proof' ? ['proof', me.hasPassword ? 'password' : 'code'] : [...path];
}
