import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  CancelAgreement,
  ProposeAgreement,
  ReturnAgreement,
  TerminateAgreement,
} from '@/graphql/generated/features/agreements/agreement';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownAgreement } from './agreement-section';
import { agreementMessages } from './agreement.messages';
import { OpenPostingDialog } from './open-posting-dialog';
import { SignDialog } from './sign-dialog';

export interface AgreementStepsProps {
  readonly agreement: ShownAgreement;
  readonly organisationId: string;
}

type Step = 'propose' | 'sign' | 'return' | 'cancel' | 'terminate' | 'openPosting';
const DONE = {
  propose: 'proposed',
  sign: 'signed',
  return: 'returned',
  cancel: 'cancelled',
  terminate: 'terminated',
  openPosting: 'opened',
} as const satisfies Record<Step, string>;

/** What the viewer may do with the agreement, the next step first. */
export function AgreementSteps({ agreement, organisationId }: AgreementStepsProps) {
  const text = useText(agreementMessages);
  const navigate = useNavigate();
  const [step, setStep] = useState<Step | null>(null);
  const { viewerCan, id } = agreement;
  const close = (isDone: boolean): void => {
    if (isDone && step !== null) toast.success(text(DONE[step]));
    setStep(null);
  };
  const main = (['sign', 'propose', 'openPosting'] as const).filter((name) => viewerCan[name]);
  const other = (['return', 'cancel', 'terminate'] as const).filter((name) => viewerCan[name]);
  return (
    <>
      {main.map((name) => (
        <Button key={name} type="primary" onClick={() => setStep(name)}>
          {text(name)}
        </Button>
      ))}
      {viewerCan.edit && (
        <Button onClick={() => void navigate(`/work/${organisationId}/agreements/${id}/edit`)}>
          {text('edit')}
        </Button>
      )}
      {other.map((name) => (
        <Button key={name} danger={name !== 'return'} onClick={() => setStep(name)}>
          {text(name)}
        </Button>
      ))}
      {step === 'propose' && <ProposeDialog agreement={agreement} onClose={close} />}
      {step === 'sign' && (
        <SignDialog agreement={agreement} organisationId={organisationId} onClose={close} />
      )}
      {step === 'openPosting' && (
        <OpenPostingDialog agreement={agreement} organisationId={organisationId} onClose={close} />
      )}
      {(step === 'return' || step === 'cancel' || step === 'terminate') && (
        <ReasonDialog step={step} agreement={agreement} onClose={close} />
      )}
    </>
  );
}

const REFRESHES = ['Agreement', 'Agreements', 'AgreementCounts'];

interface DialogProps {
  readonly agreement: ShownAgreement;
  readonly onClose: (isDone: boolean) => void;
}

function ProposeDialog({ agreement, onClose }: DialogProps) {
  const text = useText(agreementMessages);
  const { run } = useAction(ProposeAgreement, { refreshes: REFRESHES });
  return (
    <ActionDialog<object>
      title={text('proposeTitle')}
      lead={text('proposeText')}
      submitLabel={text('propose')}
      run={() => run({ agreementId: agreement.id })}
      onClose={onClose}
    />
  );
}

function ReasonDialog({
  step,
  agreement,
  onClose,
}: DialogProps & { readonly step: 'return' | 'cancel' | 'terminate' }) {
  const text = useText(agreementMessages);
  const ui = useText(uiMessages);
  const sent = {
    return: useAction(ReturnAgreement, { refreshes: REFRESHES }),
    cancel: useAction(CancelAgreement, { refreshes: REFRESHES }),
    terminate: useAction(TerminateAgreement, { refreshes: REFRESHES }),
  };
  return (
    <ActionDialog<{ reason: string }>
      title={text(`${step}Title`)}
      lead={text(`${step}Text`)}
      submitLabel={text(step)}
      isDangerous={step !== 'return'}
      run={({ reason }) => sent[step].run({ agreementId: agreement.id, reason })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={text('reason')}
        extra={text('reasonHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 500 }]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}
