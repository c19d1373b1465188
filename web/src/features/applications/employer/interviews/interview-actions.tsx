import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import {
  EmployerCancelsInterview,
  EmployerConfirmsInterview,
  EmployerDeclinesInterview,
  RecordInterviewHeld,
  RecordInterviewMissed,
  type EmployerInterviewFragment,
} from '@/graphql/generated/features/applications/employer/employer';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { detailMessages } from '../detail/detail.messages';
import { REFRESHED } from '../stages';
import { MoveDialog } from '../steps/interview-dialogs';
import { hasBegun } from '../use-application-words';

interface InterviewProps {
  readonly interview: EmployerInterviewFragment;
}
interface DialogProps extends InterviewProps {
  readonly onClose: () => void;
}

/** What the employer may do about an interview, by where it stands. */
export function InterviewActions({ interview }: InterviewProps) {
  const text = useText(detailMessages);
  const attempt = useAttempt();
  const [open, setOpen] = useState<'move' | 'cancel' | 'decline' | 'missed' | null>(null);
  const confirm = useAction(EmployerConfirmsInterview, { refreshes: REFRESHED });
  const held = useAction(RecordInterviewHeld, { refreshes: REFRESHED });
  const { id, state, proposedBy } = interview;
  if (state !== 'PROPOSED' && state !== 'CONFIRMED') return null;
  const isAsked = state === 'PROPOSED' && proposedBy === 'APPLICANT';
  const isOver = state === 'CONFIRMED' && hasBegun(interview);
  const close = (): void => setOpen(null);
  return (
    <div className="gq-actions">
      {isAsked && !hasBegun(interview) && (
        <Button
          size="small"
          type="primary"
          loading={confirm.isRunning}
          onClick={() => void attempt(() => confirm.run({ interviewId: id }), text('confirmed'))}
        >
          {text('confirm')}
        </Button>
      )}
      {isOver && (
        <>
          <Button
            size="small"
            type="primary"
            loading={held.isRunning}
            onClick={() => void attempt(() => held.run({ interviewId: id }), text('heldDone'))}
          >
            {text('held')}
          </Button>
          <Button size="small" onClick={() => setOpen('missed')}>
            {text('missed')}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => setOpen('move')}>
        {text('move')}
      </Button>
      <Button size="small" danger onClick={() => setOpen(isAsked ? 'decline' : 'cancel')}>
        {text(isAsked ? 'decline' : 'cancel')}
      </Button>
      {open === 'move' && <MoveDialog interview={interview} onClose={close} />}
      {open === 'missed' && <MissedDialog interview={interview} onClose={close} />}
      {(open === 'cancel' || open === 'decline') && (
        <EndDialog interview={interview} how={open} onClose={close} />
      )}
    </div>
  );
}

function EndDialog({
  interview,
  how,
  onClose,
}: DialogProps & { readonly how: 'cancel' | 'decline' }) {
  const text = useText(detailMessages);
  const cancel = useAction(EmployerCancelsInterview, { refreshes: REFRESHED });
  const decline = useAction(EmployerDeclinesInterview, { refreshes: REFRESHED });
  return (
    <ActionDialog<{ readonly reason: string }>
      title={text(how)}
      lead={text('endText')}
      submitLabel={text(how)}
      isDangerous
      run={({ reason }) =>
        (how === 'cancel' ? cancel : decline).run({ interviewId: interview.id, reason })
      }
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={text('endReason')}
        rules={[
          { required: true, whitespace: true, min: 2, message: text('endNeeded') },
          { max: 500 },
        ]}
      >
        <Input.TextArea rows={2} count={{ show: true, max: 500 }} />
      </Form.Item>
    </ActionDialog>
  );
}

function MissedDialog({ interview, onClose }: DialogProps) {
  const text = useText(detailMessages);
  const { run } = useAction(RecordInterviewMissed, { refreshes: REFRESHED });
  return (
    <ActionDialog<{ readonly party: 'APPLICANT' | 'EMPLOYER' }>
      title={text('missed')}
      lead={text('missedText')}
      submitLabel={text('missed')}
      isDangerous
      initialValues={{ party: 'APPLICANT' }}
      run={({ party }) => run({ interviewId: interview.id, party })}
      onClose={onClose}
    >
      <Form.Item required name="party" label={text('missedWho')}>
        <Radio.Group
          options={(['APPLICANT', 'EMPLOYER'] as const).map((value) => ({
            value,
            label: text(`missed_${value}`),
          }))}
        />
      </Form.Item>
    </ActionDialog>
  );
}
