import { Form, Input } from 'antd';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { jobFairMessages } from './job-fairs.messages';

export interface ReasonDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly run: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A step of a fair that needs a reason. */
export function ReasonDialog({ title, lead, run, onClose }: ReasonDialogProps) {
  const text = useText(jobFairMessages);
  const ui = useText(uiMessages);
  return (
    <ActionDialog<{ reason: string }>
      title={title}
      lead={lead}
      submitLabel={title}
      isDangerous
      run={({ reason }) => run(reason)}
      onClose={(isDone) => {
        if (isDone) toast.success(text('done'));
        onClose();
      }}
    >
      <Form.Item
        name="reason"
        label={text('reason')}
        rules={[
          { required: true, whitespace: true, message: ui('required') },
          { min: 2, max: 500 },
        ]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}
