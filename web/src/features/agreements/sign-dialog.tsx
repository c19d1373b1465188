import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import {
  BeginAgreementSigning,
  SignAgreement,
} from '@/graphql/generated/features/agreements/agreement';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import type { ShownAgreement } from './agreement-section';
import { agreementMessages } from './agreement.messages';
import { CodeField } from './signing/code-field';
import { ReadingText, useNoteRead } from './signing/reading';
import './signing/signing.css';

const REFRESHES = ['Agreement', 'Agreements', 'AgreementCounts', 'AgreementTurns'];

export interface SignDialogProps {
  readonly agreement: ShownAgreement;
  readonly organisationId: string;
  readonly onClose: (isDone: boolean) => void;
}

interface Opened {
  readonly id: string;
  readonly needsCode: boolean;
}

/** Shows the text, opens it for this device, has a code sent where one is needed, and signs what was confirmed. */
export function SignDialog({ agreement, organisationId, onClose }: SignDialogProps) {
  const text = useText(agreementMessages);
  const { date } = useFormat();
  const { id, contentHash, startsOn } = agreement;
  const { turn, party } = turnToSign(agreement, organisationId);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isRead, setRead] = useState(false);
  useNoteRead(opened?.id ?? null, isRead);
  const begin = useAction(BeginAgreementSigning, { refreshes: ['AgreementTurns'] });
  const { run } = useAction(SignAgreement, { refreshes: REFRESHES });
  const open = async (): Promise<Opened | null> => {
    if (opened) return opened;
    const { signingSession } = await begin.run({ signatoryId: turn?.id ?? null });
    setOpened(signingSession ?? null);
    return signingSession ?? null;
  };
  // Before it is opened nobody can tell: organisations need one, people as a rule do not.
  const needsCode = opened?.needsCode ?? party?.organisation != null;
  return (
    <ActionDialog<{ isConfirmed: boolean; code?: string }>
      title={text('signTitle')}
      lead={
        <>
          <p>{text('signText', { party: party?.name ?? '', from: date(startsOn) })}</p>
          <SignedText agreement={agreement} onRead={() => setRead(true)} />
          <p className="gq-agreements-soft">{text('contentHash')}</p>
          <code className="gq-agreements-hash">{contentHash}</code>
          <p className="gq-agreements-soft">{text('signNote')}</p>
        </>
      }
      submitLabel={text('sign')}
      run={async ({ isConfirmed, code }) => {
        const session = await open();
        return run({
          agreementId: id,
          signingSessionId: session?.id ?? null,
          isConfirmed,
          contentHash: contentHash ?? '',
          code: code ?? null,
        });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="isConfirmed"
        valuePropName="checked"
        rules={[
          {
            validator: (_, value) =>
              value === true
                ? Promise.resolve()
                : Promise.reject(new Error(text('signConfirmNeeded'))),
          },
        ]}
      >
        <Checkbox>{text(party?.organisation ? 'signConfirm' : 'signConfirmSelf')}</Checkbox>
      </Form.Item>
      {needsCode && (
        <CodeField
          open={async () => {
            const session = await open();
            return session?.needsCode ? session.id : null;
          }}
        />
      )}
    </ActionDialog>
  );
}

interface SignedTextProps {
  readonly agreement: ShownAgreement;
  readonly onRead: () => void;
}

function SignedText({ agreement, onRead }: SignedTextProps) {
  const { title, agreementNumber, clauses, annexes } = agreement;
  return (
    <section className="gq-signing-scroll" aria-label={title} tabIndex={0}>
      <strong>{title}</strong>
      <p className="gq-agreements-soft">{agreementNumber}</p>
      <ReadingText clauses={clauses} annexes={annexes} onRead={onRead} />
    </section>
  );
}

/** The turn to sign for the organisation whose workspace is open, else the first there is; reviewing is no signing. */
function turnToSign({ myTurns, parties }: ShownAgreement, organisationId: string) {
  const turns = myTurns
    .filter(({ role }) => role !== 'REVIEWER')
    .map((turn) => ({
      turn,
      party: parties.find(({ position }) => position === turn.partyPosition),
    }));
  const own = turns.find(({ party }) => party?.organisation?.id === organisationId);
  return own ?? turns[0] ?? { turn: undefined, party: undefined };
}
