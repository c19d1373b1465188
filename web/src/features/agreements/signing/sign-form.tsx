import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import {
  BeginAgreementSigning,
  SignAgreement,
} from '@/graphql/generated/features/agreements/agreement';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { CodeField } from './code-field';
import { DeclineDialog } from './decline-dialog';
import { useNoteRead } from './reading';
import type { Invitation } from './sign-page';
import { signingMessages } from './signing.messages';

interface SignFormProps {
  readonly invitation: Invitation;
  readonly token: string;
  /** The text above was read to its end. */
  readonly isRead: boolean;
  /** It was opened on this device, by whoever may see it there. */
  readonly onOpen: (agreementId: string) => void;
  readonly onDone: (outcome: 'signed' | 'declined') => void;
}

interface Opened {
  readonly id: string;
  readonly agreementId: string;
  readonly needsCode: boolean;
}

/** Confirmation first, then the text is opened on this device, then a code where one is needed, then the signature. */
export function SignForm({ invitation, token, isRead, onOpen, onDone }: SignFormProps) {
  const text = useText(signingMessages);
  const [opened, setOpened] = useState<Opened | null>(null);
  useNoteRead(opened?.id ?? null, isRead);
  const [isDeclining, setDeclining] = useState(false);
  const party = invitation.partyName ?? '';
  const begin = useAction(BeginAgreementSigning, { refreshes: [] });
  const sign = useAction(SignAgreement, { refreshes: [] });
  const { form, submit, isRunning, problems, failure } = useActionForm<{
    isConfirmed: boolean;
    code?: string;
  }>({
    run: async ({ isConfirmed, code }) => {
      if (opened === null) {
        const { signingSession } = await begin.run({ linkToken: token });
        setOpened(signingSession ?? null);
        if (signingSession) onOpen(signingSession.agreementId);
        return;
      }
      await sign.run({
        agreementId: opened.agreementId,
        signingSessionId: opened.id,
        contentHash: invitation.contentHash ?? '',
        isConfirmed,
        code: code ?? null,
      });
      onDone('signed');
    },
  });
  return (
    <Section title={text('sign')}>
      <Form form={form} layout="vertical" size="large" onFinish={(values) => void submit(values)}>
        <Form.Item
          name="isConfirmed"
          valuePropName="checked"
          rules={[
            {
              validator: (_, value) =>
                value === true
                  ? Promise.resolve()
                  : Promise.reject(new Error(text('confirmNeeded'))),
            },
          ]}
        >
          <Checkbox disabled={opened !== null}>{text('confirm', { party })}</Checkbox>
        </Form.Item>
        {opened?.needsCode && <CodeField open={() => Promise.resolve(opened.id)} />}
        <FormProblems problems={problems} failure={failure} />
        {opened === null && <p className="gq-signing-soft">{text('openNote')}</p>}
        <div className="gq-signing-buttons">
          <Button type="primary" htmlType="submit" loading={isRunning} block>
            {text(opened === null ? 'open' : 'sign')}
          </Button>
          <Button block disabled={isRunning} onClick={() => setDeclining(true)}>
            {text('decline')}
          </Button>
        </div>
      </Form>
      {isDeclining && invitation.signatory && (
        <DeclineDialog
          signatoryId={invitation.signatory.id}
          onClose={(isDone) => {
            setDeclining(false);
            if (isDone) onDone('declined');
          }}
        />
      )}
    </Section>
  );
}
