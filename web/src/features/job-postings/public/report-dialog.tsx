import { Form, Input } from 'antd';
import { useRef } from 'react';
import {
  ReportJobPosting,
  type ReportReason,
} from '@/graphql/generated/features/job-postings/public/posting';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { KeptDraft } from '@/shared/forms/kept-draft';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { postingMessages } from './posting.messages';

const REASONS: readonly ReportReason[] = [
  'FEES',
  'FALSE_CONTENT',
  'FAKE_EMPLOYER',
  'DISCRIMINATION',
  'FILLED_ALREADY',
  'OTHER',
];
const STATEMENT_MIN = 10;
const STATEMENT_MAX = 2000;

interface Values {
  readonly reason: ReportReason;
  readonly statement: string;
}

export interface ReportDialogProps {
  readonly postingId: string;
  readonly onClose: () => void;
}

/** Tells the bureau what is wrong with a posting. */
export function ReportDialog({ postingId, onClose }: ReportDialogProps) {
  const text = useText(postingMessages);
  const discard = useRef(() => {});
  const { run } = useAction(ReportJobPosting, { refreshes: ['MyJobPostingReports'] });
  return (
    <ActionDialog<Values>
      title={text('reportTitle')}
      lead={text('reportLead')}
      submitLabel={text('reportSubmit')}
      run={({ reason, statement }) =>
        run({ jobPostingId: postingId, reason, statement: statement.trim() })
      }
      onClose={(isDone) => {
        if (isDone) {
          discard.current();
          toast.success(text('reportDone'));
        }
        onClose();
      }}
    >
      {(form) => (
        <>
          <KeptDraft form={form} name={`report ${postingId}`} discardRef={discard} />
          <Form.Item
            name="reason"
            label={text('reportReason')}
            rules={[{ required: true, message: text('required') }]}
          >
            <RadioGroup
              vertical
              options={REASONS.map((reason) => ({
                value: reason,
                label: text(`reason_${reason}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="statement"
            label={text('reportStatement')}
            extra={text('reportStatementHelp')}
            rules={[
              { required: true, whitespace: true, message: text('required') },
              { min: STATEMENT_MIN, message: text('tooShort', { count: STATEMENT_MIN }) },
              { max: STATEMENT_MAX },
            ]}
          >
            <Input.TextArea rows={5} />
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
