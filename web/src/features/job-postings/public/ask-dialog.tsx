import { Form, Input } from 'antd';
import { useRef } from 'react';
import { AskJobPostingQuestion } from '@/graphql/generated/features/job-postings/public/posting';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { KeptDraft } from '@/shared/forms/kept-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { postingMessages } from './posting.messages';

const QUESTION_MIN = 5;
const QUESTION_MAX = 500;

interface Values {
  readonly question: string;
}

export interface AskDialogProps {
  readonly postingId: string;
  readonly onClose: () => void;
}

/** Asks the employer something that everyone may read once it is answered. */
export function AskDialog({ postingId, onClose }: AskDialogProps) {
  const text = useText(postingMessages);
  const discard = useRef(() => {});
  const { run } = useAction(AskJobPostingQuestion, { refreshes: ['PostingQuestions'] });
  return (
    <ActionDialog<Values>
      title={text('askTitle')}
      lead={text('askLead')}
      submitLabel={text('askSubmit')}
      run={({ question }) => run({ jobPostingId: postingId, question: question.trim() })}
      onClose={(isDone) => {
        if (isDone) {
          discard.current();
          toast.success(text('askDone'));
        }
        onClose();
      }}
    >
      {(form) => (
        <>
          <KeptDraft form={form} name={`question ${postingId}`} discardRef={discard} />
          <Form.Item
            name="question"
            label={text('askText')}
            extra={text('askHelp')}
            rules={[
              { required: true, whitespace: true, message: text('required') },
              { min: QUESTION_MIN, message: text('tooShort', { count: QUESTION_MIN }) },
              { max: QUESTION_MAX },
            ]}
          >
            <Input.TextArea rows={4} />
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
