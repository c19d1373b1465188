import { Button, Form, Input, Switch } from 'antd';
import { CommentOnAgreementClause } from '@/graphql/generated/features/agreements/comments/comments';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { commentsMessages } from './comments.messages';

interface Values {
  readonly body: string;
  readonly isInternal?: boolean;
}

export interface CommentFormProps {
  readonly agreementId: string;
  readonly clauseKey: string;
  /** The comment it answers, which says whether it is internal. */
  readonly replyToId?: string;
  readonly label: string;
  readonly onClose: () => void;
}

/** Says something about a clause; what is typed is kept on this device until it was sent. */
export function CommentForm(props: CommentFormProps) {
  const { agreementId, clauseKey, replyToId = null, label, onClose } = props;
  const text = useText(commentsMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(CommentOnAgreementClause, { refreshes: ['AgreementComments'] });
  const { form, submit, isRunning, problems, failure } = useActionForm<
    Values,
    Parameters<typeof run>[0]
  >({
    run,
    toInput: ({ body, isInternal = false }) => ({
      agreementId,
      clauseKey,
      replyToId,
      body,
      isInternal,
    }),
  });
  const draft = useDraft(form, `comment.${agreementId}.${replyToId ?? clauseKey}`);
  const finish = async (values: Values): Promise<void> => {
    if (!(await submit(values))) return;
    draft.discard();
    toast.success(text('sent'));
    onClose();
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="gq-comments-form"
      onFinish={(values) => void finish(values)}
      onValuesChange={draft.keep}
    >
      <Form.Item
        name="body"
        label={label}
        extra={text('bodyHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 2_000 }]}
      >
        <Input.TextArea autoFocus rows={3} />
      </Form.Item>
      {replyToId === null && (
        <Form.Item name="isInternal" label={text('internal')} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
      <FormProblems problems={problems} failure={failure} />
      <div className="gq-comments-line">
        <Button type="primary" htmlType="submit" loading={isRunning}>
          {text('send')}
        </Button>
        <Button onClick={onClose}>{text('cancel')}</Button>
      </div>
    </Form>
  );
}
