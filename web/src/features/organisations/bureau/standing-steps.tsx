import { Button, Form, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import {
  InviteSuccessor,
  ReinstateOrganisation,
  SuspendOrganisation,
  type SuspensionReason,
} from '@/graphql/generated/features/organisations/bureau/registry';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { registryMessages } from './registry.messages';

const REASONS: readonly SuspensionReason[] = [
  'FRAUDULENT_POSTING',
  'FEES_CHARGED',
  'DISCRIMINATION',
  'FALSE_EVIDENCE',
  'LICENCE_WITHDRAWN',
  'OTHER',
];
const REFRESHES = ['RegistryEntry', 'RegistryHistory', 'Registry'];
const DONE = { suspend: 'suspended', reinstate: 'reinstated', successor: 'invited' } as const;
type Step = keyof typeof DONE;

export interface StandingStepsProps {
  readonly organisation: {
    readonly id: string;
    readonly viewerCan: { readonly suspend: boolean; readonly reinstate: boolean };
  };
}

/** Suspending, reinstating, and helping out where an organisation has lost its administrators. */
export function StandingSteps({ organisation }: StandingStepsProps) {
  const text = useText(registryMessages);
  const [step, setStep] = useState<Step | null>(null);
  const { id, viewerCan } = organisation;
  const close = (isDone: boolean): void => {
    if (isDone && step !== null) toast.success(text(DONE[step]));
    setStep(null);
  };
  const isInCharge = viewerCan.suspend || viewerCan.reinstate;
  return (
    <>
      {isInCharge && <Button onClick={() => setStep('successor')}>{text('successor')}</Button>}
      {viewerCan.suspend && (
        <Button danger onClick={() => setStep('suspend')}>
          {text('suspend')}
        </Button>
      )}
      {viewerCan.reinstate && (
        <Button type="primary" onClick={() => setStep('reinstate')}>
          {text('reinstate')}
        </Button>
      )}
      {(step === 'suspend' || step === 'reinstate') && (
        <StandingDialog step={step} organisationId={id} onClose={close} />
      )}
      {step === 'successor' && <SuccessorDialog organisationId={id} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly organisationId: string;
  readonly onClose: (isDone: boolean) => void;
}

function StandingDialog({
  step,
  organisationId,
  onClose,
}: DialogProps & { readonly step: 'suspend' | 'reinstate' }) {
  const text = useText(registryMessages);
  const ui = useText(uiMessages);
  const suspend = useAction(SuspendOrganisation, { refreshes: REFRESHES });
  const reinstate = useAction(ReinstateOrganisation, { refreshes: REFRESHES });
  return (
    <ActionDialog<{ reason: SuspensionReason; text: string }>
      title={text(`${step}Title`)}
      lead={text(`${step}Text`)}
      submitLabel={text(step)}
      isDangerous={step === 'suspend'}
      run={({ reason, text: words }) =>
        step === 'suspend'
          ? suspend.run({ organisationId, reason, text: words })
          : reinstate.run({ organisationId, text: words })
      }
      onClose={onClose}
    >
      {step === 'suspend' && (
        <Form.Item
          name="reason"
          label={text('reason')}
          rules={[{ required: true, message: ui('required') }]}
        >
          <RadioGroup>
            <Space wrap size={[16, 4]}>
              {REASONS.map((reason) => (
                <Radio key={reason} value={reason}>
                  {text(`reason_${reason}`)}
                </Radio>
              ))}
            </Space>
          </RadioGroup>
        </Form.Item>
      )}
      <Form.Item
        name="text"
        label={text('statement')}
        extra={text('statementHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 2000 }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
    </ActionDialog>
  );
}

function SuccessorDialog({ organisationId, onClose }: DialogProps) {
  const text = useText(registryMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(InviteSuccessor);
  return (
    <ActionDialog<{ contact: string }>
      title={text('successorTitle')}
      lead={text('successorText')}
      submitLabel={text('successor')}
      run={({ contact }) => run({ organisationId, contact })}
      onClose={onClose}
    >
      <Form.Item
        name="contact"
        label={text('contact')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 254 }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </ActionDialog>
  );
}
