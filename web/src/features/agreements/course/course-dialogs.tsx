import { Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import {
  DraftAgreementAmendment,
  ResumeAgreement,
  SuspendAgreement,
} from '@/graphql/generated/features/agreements/course/course';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { courseMessages } from './course.messages';

export type CourseStep = 'suspend' | 'resume' | 'draftAmendment';

interface StepProps {
  readonly agreementId: string;
  readonly organisationId: string;
  readonly onClose: () => void;
}

const REFRESHES = [
  'Agreement',
  'AgreementCourse',
  'AgreementEvents',
  'Agreements',
  'AgreementCounts',
];

export function CourseDialog({ step, ...props }: StepProps & { readonly step: CourseStep }) {
  if (step === 'suspend') return <SuspendDialog {...props} />;
  return step === 'resume' ? <ResumeDialog {...props} /> : <DraftDialog {...props} />;
}

function SuspendDialog({ agreementId, onClose }: StepProps) {
  const text = useText(courseMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(SuspendAgreement, { refreshes: REFRESHES });
  return (
    <ActionDialog<{ reason: string }>
      title={text('suspendTitle')}
      lead={text('suspendText')}
      submitLabel={text('suspend')}
      isDangerous
      run={({ reason }) => run({ agreementId, reason })}
      onClose={(isDone) => {
        if (isDone) toast.success(text('suspended'));
        onClose();
      }}
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

function ResumeDialog({ agreementId, onClose }: StepProps) {
  const text = useText(courseMessages);
  const { run } = useAction(ResumeAgreement, { refreshes: REFRESHES });
  return (
    <ActionDialog<object>
      title={text('resumeTitle')}
      lead={text('resumeText')}
      submitLabel={text('resume')}
      run={() => run({ agreementId })}
      onClose={(isDone) => {
        if (isDone) toast.success(text('resumed'));
        onClose();
      }}
    />
  );
}

function DraftDialog({ agreementId, organisationId, onClose }: StepProps) {
  const text = useText(courseMessages);
  const navigate = useNavigate();
  const { run } = useAction(DraftAgreementAmendment, { refreshes: REFRESHES });
  return (
    <ActionDialog<object>
      title={text('draftTitle')}
      lead={text('draftText')}
      submitLabel={text('draftAmendment')}
      run={async () => {
        const answer = await run({ agreementId });
        const drafted = answer?.agreement;
        if (drafted) {
          toast.success(text('drafted'));
          void navigate(`/work/${organisationId}/agreements/${drafted.id}/edit`);
        }
        return answer;
      }}
      onClose={onClose}
    />
  );
}
