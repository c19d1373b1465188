import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  CancelAgreement,
  ProposeAgreement,
  ShareAgreement,
  TerminateAgreement,
} from '@/graphql/generated/features/agreements/agreement';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownAgreement } from './agreement-section';
import { agreementMessages } from './agreement.messages';
import { draftingMessages } from './drafting/drafting.messages';
import { OpenPostingDialog } from './open-posting-dialog';
import { ReturnDialog } from './return-dialog';
import { SignDialog } from './sign-dialog';

export interface AgreementStepsProps {
  readonly agreement: ShownAgreement;
  readonly organisationId: string;
}

type Step = 'share' | 'propose' | 'sign' | 'return' | 'cancel' | 'terminate' | 'openPosting';
const DONE = {
  propose: 'proposed',
  sign: 'signed',
  return: 'returned',
  cancel: 'cancelled',
  terminate: 'terminated',
  openPosting: 'opened',
} as const satisfies Record<Exclude<Step, 'share'>, string>;

/** What the viewer may do with the agreement, the next step first. */
export function AgreementSteps({ agreement, organisationId }: AgreementStepsProps) {
  const text = useText(agreementMessages);
  const drafting = useText(draftingMessages);
  const navigate = useNavigate();
  const [step, setStep] = useState<Step | null>(null);
  const { viewerCan, id } = agreement;
  const close = (isDone: boolean): void => {
    if (isDone && step !== null)
      toast.success(step === 'share' ? drafting('shared') : text(DONE[step]));
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
      {(viewerCan.edit || viewerCan.amend) && (
        <Button onClick={() => void navigate(`/work/${organisationId}/agreements/${id}/edit`)}>
          {viewerCan.amend ? drafting('amend') : text('edit')}
        </Button>
      )}
      {viewerCan.share && <Button onClick={() => setStep('share')}>{drafting('share')}</Button>}
      {other.map((name) => (
        <Button key={name} danger={name !== 'return'} onClick={() => setStep(name)}>
          {text(name)}
        </Button>
      ))}
      {step === 'share' && <ShareDialog agreement={agreement} onClose={close} />}
      {step === 'propose' && <ProposeDialog agreement={agreement} onClose={close} />}
      {step === 'sign' && (
        <SignDialog agreement={agreement} organisationId={organisationId} onClose={close} />
      )}
      {step === 'openPosting' && (
        <OpenPostingDialog agreement={agreement} organisationId={organisationId} onClose={close} />
      )}
      {step === 'return' && <ReturnDialog agreement={agreement} onClose={close} />}
      {(step === 'cancel' || step === 'terminate') && (
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

function ShareDialog({ agreement, onClose }: DialogProps) {
  const text = useText(draftingMessages);
  const { run } = useAction(ShareAgreement, { refreshes: REFRESHES });
  return (
    <ActionDialog<object>
      title={text('shareTitle')}
      lead={text('shareText')}
      submitLabel={text('share')}
      run={() => run({ agreementId: agreement.id })}
      onClose={onClose}
    />
  );
}

function ReasonDialog({
  step,
  agreement,
  onClose,
}: DialogProps & { readonly step: 'cancel' | 'terminate' }) {
  const text = useText(agreementMessages);
  const ui = useText(uiMessages);
  const sent = {
    cancel: useAction(CancelAgreement, { refreshes: REFRESHES }),
    terminate: useAction(TerminateAgreement, { refreshes: REFRESHES }),
  };
  return (
    <ActionDialog<{ reason: string }>
      title={text(`${step}Title`)}
      lead={text(`${step}Text`)}
      submitLabel={text(step)}
      isDangerous
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
