import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  ApproveJobPosting,
  RemoveJobPosting,
  ReturnJobPosting,
} from '@/graphql/generated/features/job-postings/review/review';
import { today } from '@/shared/format/days';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ReviewedJobPosting } from './review-page';
import { reviewMessages } from './review.messages';

const REFRESHES = ['ReviewedPosting', 'ReviewQueue', 'ReviewCounts', 'ReportQueue'];
const DONE = { approve: 'approved', return: 'returned', remove: 'removed' } as const;
type Step = keyof typeof DONE;

/** Approving, returning, removing: always about the version that is on show. */
export function ReviewSteps({ posting }: { readonly posting: ReviewedJobPosting }) {
  const text = useText(reviewMessages);
  const [step, setStep] = useState<Step | null>(null);
  const { viewerCan, latestReview } = posting;
  const reviewId = latestReview?.state === 'PENDING' ? latestReview.id : null;
  const close = (isDone: boolean): void => {
    if (isDone && step !== null) toast.success(text(DONE[step]));
    setStep(null);
  };
  return (
    <>
      {viewerCan.remove && (
        <Button danger onClick={() => setStep('remove')}>
          {text('remove')}
        </Button>
      )}
      {viewerCan.review && reviewId !== null && (
        <>
          <Button onClick={() => setStep('return')}>{text('return')}</Button>
          <Button type="primary" onClick={() => setStep('approve')}>
            {text('approve')}
          </Button>
        </>
      )}
      {step === 'approve' && reviewId !== null && (
        <ApproveDialog posting={posting} reviewId={reviewId} onClose={close} />
      )}
      {step === 'return' && reviewId !== null && (
        <ReturnDialog posting={posting} reviewId={reviewId} onClose={close} />
      )}
      {step === 'remove' && <RemoveDialog posting={posting} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly posting: ReviewedJobPosting;
  readonly onClose: (isDone: boolean) => void;
}
interface ReviewDialogProps extends DialogProps {
  readonly reviewId: string;
}

function ApproveDialog({ posting: { publishAt }, reviewId, onClose }: ReviewDialogProps) {
  const text = useText(reviewMessages);
  const { dateTime } = useFormat();
  const { run } = useAction(ApproveJobPosting, { refreshes: REFRESHES });
  return (
    <ActionDialog<{ remark?: string }>
      title={text('approveTitle')}
      lead={
        publishAt && today(Date.parse(publishAt)) >= today()
          ? text('approveLater', { at: dateTime(publishAt) })
          : text('approveText')
      }
      submitLabel={text('approve')}
      run={({ remark }) => run({ reviewId, remark: remark?.trim() ? remark : null })}
      onClose={onClose}
    >
      <Form.Item name="remark" label={text('word')} rules={[{ max: 1000 }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}

/** The findings stand in the field already: most returns are about them. */
function ReturnDialog({ posting, reviewId, onClose }: ReviewDialogProps) {
  const text = useText(reviewMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(ReturnJobPosting, { refreshes: REFRESHES });
  return (
    <ActionDialog<{ remark: string }>
      title={text('returnTitle')}
      lead={text('returnText')}
      submitLabel={text('return')}
      initialValues={{ remark: useRemarkOfFindings(posting) }}
      run={({ remark }) => run({ reviewId, remark })}
      onClose={onClose}
    >
      <Form.Item
        name="remark"
        label={text('remark')}
        extra={text('remarkHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 1000 }]}
      >
        <Input.TextArea rows={5} />
      </Form.Item>
    </ActionDialog>
  );
}

const FIELDS = ['title', 'duties', 'conditions', 'workConditions', 'address'] as const;

function useRemarkOfFindings(posting: ReviewedJobPosting): string {
  const text = useText(reviewMessages);
  const lines = (posting.latestReview?.findings ?? []).map(({ field, start, end, message }) => {
    const name = FIELDS.find((known) => known === field);
    if (name === undefined) return message;
    const words = posting[name]?.slice(start, end) ?? '';
    return `${text('inField', { field: text(`field_${name}`), words })} ${message}`;
  });
  return lines.join('\n').slice(0, 1000);
}

function RemoveDialog({ posting, onClose }: DialogProps) {
  const text = useText(reviewMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(RemoveJobPosting, { refreshes: REFRESHES });
  return (
    <ActionDialog<{ reason: string }>
      title={text('removeTitle')}
      lead={text('removeText')}
      submitLabel={text('remove')}
      isDangerous
      run={({ reason }) => run({ jobPostingId: posting.id, reason })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={text('reason')}
        extra={text('reasonHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 1000 }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
    </ActionDialog>
  );
}
