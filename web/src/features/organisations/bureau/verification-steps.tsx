import { Button, Form, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import {
  ApproveVerification,
  ClaimVerification,
  RefuseVerification,
  ReleaseVerification,
  type RefusalReason,
} from '@/graphql/generated/features/organisations/bureau/verification';
import { today } from '@/shared/format/days';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownVerification } from './verification-page';
import { verificationMessages } from './verification.messages';

const REFRESHES = [
  'Verification',
  'VerificationQueue',
  'VerificationCounts',
  'RegistryEntry',
  'RegistryVerifications',
];
const REASONS: readonly RefusalReason[] = [
  'NAME_MISMATCH',
  'CODE_MISMATCH',
  'EVIDENCE_UNREADABLE',
  'EVIDENCE_EXPIRED',
  'AUTHORITY_NOT_PROVEN',
  'HANDLER_NOT_IDENTIFIED',
  'HR_SERVICE_LICENCE_NEEDED',
  'ACCOUNT_CLASS_WRONG',
  'FALSE_STATEMENT',
  'OTHER',
];

export interface VerificationStepsProps {
  readonly verification: ShownVerification;
}

/** Taking it on, giving it back, deciding it. */
export function VerificationSteps({ verification }: VerificationStepsProps) {
  const text = useText(verificationMessages);
  const attempt = useAttempt();
  const [decision, setDecision] = useState<'approve' | 'refuse' | null>(null);
  const claim = useAction(ClaimVerification, { refreshes: REFRESHES });
  const release = useAction(ReleaseVerification, { refreshes: REFRESHES });
  const { id: verificationId, viewerCan, state } = verification;
  const isAppeal = state === 'APPEAL_IN_REVIEW';
  const close = (isDone: boolean): void => {
    if (isDone && decision !== null)
      toast.success(text(decision === 'approve' ? 'approved' : 'refused'));
    setDecision(null);
  };
  return (
    <>
      {viewerCan.release && (
        <Button
          loading={release.isRunning}
          onClick={() => void attempt(() => release.run({ verificationId }), text('released'))}
        >
          {text('release')}
        </Button>
      )}
      {viewerCan.claim && (
        <Button
          type="primary"
          loading={claim.isRunning}
          onClick={() => void attempt(() => claim.run({ verificationId }), text('claimed'))}
        >
          {text('claim')}
        </Button>
      )}
      {viewerCan.decide && (
        <>
          <Button danger onClick={() => setDecision('refuse')}>
            {text(isAppeal ? 'dismiss' : 'refuse')}
          </Button>
          <Button type="primary" onClick={() => setDecision('approve')}>
            {text(isAppeal ? 'grant' : 'approve')}
          </Button>
        </>
      )}
      {decision === 'approve' && (
        <ApproveDialog verification={verification} isAppeal={isAppeal} onClose={close} />
      )}
      {decision === 'refuse' && (
        <RefuseDialog verification={verification} isAppeal={isAppeal} onClose={close} />
      )}
    </>
  );
}

interface DialogProps extends VerificationStepsProps {
  readonly isAppeal: boolean;
  readonly onClose: (isDone: boolean) => void;
}

function ApproveDialog({ verification, isAppeal, onClose }: DialogProps) {
  const text = useText(verificationMessages);
  const { run } = useAction(ApproveVerification, { refreshes: REFRESHES });
  return (
    <ActionDialog<{ validUntil?: string | null; text?: string }>
      title={text(isAppeal ? 'grantTitle' : 'approveTitle')}
      lead={text('approveText', { name: verification.organisation?.name ?? '' })}
      submitLabel={text(isAppeal ? 'grant' : 'approve')}
      run={({ validUntil, text: word }) =>
        run({
          verificationId: verification.id,
          validUntil: validUntil ?? null,
          text: word?.trim() ? word : null,
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="validUntil"
        label={text('until')}
        extra={text('untilHint')}
        className="gq-bureau-day"
      >
        <DayPicker min={today()} />
      </Form.Item>
      <Form.Item name="text" label={text('word')} rules={[{ max: 2000 }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}

function RefuseDialog({ verification, isAppeal, onClose }: DialogProps) {
  const text = useText(verificationMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(RefuseVerification, { refreshes: REFRESHES });
  return (
    <ActionDialog<{ reason: RefusalReason; text: string }>
      title={text(isAppeal ? 'dismissTitle' : 'refuseTitle')}
      lead={text(isAppeal ? 'dismissLead' : 'refuseLead')}
      submitLabel={text(isAppeal ? 'dismiss' : 'refuse')}
      isDangerous
      run={({ reason, text: opinion }) =>
        run({ verificationId: verification.id, reason, text: opinion })
      }
      onClose={onClose}
    >
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
      <Form.Item
        name="text"
        label={text('opinion')}
        extra={text('opinionHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 2000 }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
    </ActionDialog>
  );
}
