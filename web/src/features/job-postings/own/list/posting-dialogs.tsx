import { Form, Input, Radio } from 'antd';
import { useAction } from '@/shared/graphql/action';
import {
  DiscardJobPosting,
  PauseJobPosting,
  RecallJobPosting,
  StopJobPosting,
  SubmitJobPosting,
} from '@/graphql/generated/features/job-postings/own/list/own-postings';
import { instantInChina, nowInChina, todayInChina } from '@/shared/format/china-time';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { discardDraft } from '@/shared/forms/use-draft';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { draftName } from '../draft-name';
import { useRefusalWords } from '../use-refusal-words';
import { ownPostingsMessages } from './own-postings.messages';

export type PostingStep = 'submit' | 'pause' | 'stop' | 'recall' | 'discard';

export interface PostingDialogProps {
  readonly posting: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly validThrough: string | null;
    readonly missingElements: readonly string[];
  };
  readonly onClose: (isDone: boolean) => void;
}

/** The step of a posting that wants a second thought. */
export function PostingDialog({
  step,
  ...props
}: PostingDialogProps & { readonly step: PostingStep }) {
  switch (step) {
    case 'submit':
      return <SubmitDialog {...props} />;
    case 'pause':
      return <PauseDialog {...props} />;
    case 'stop':
      return <StopDialog {...props} />;
    case 'recall':
      return <RecallDialog {...props} />;
    case 'discard':
      return <DiscardDialog {...props} />;
  }
}

interface SubmitValues {
  readonly when: 'now' | 'later';
  readonly publishAt?: string;
}

function SubmitDialog({ posting, onClose }: PostingDialogProps) {
  const text = useText(ownPostingsMessages);
  const inWords = useRefusalWords();
  const { run } = useAction(SubmitJobPosting);
  return (
    <ActionDialog<SubmitValues>
      title={text('submit')}
      lead={text('submitLead')}
      submitLabel={text('submit')}
      initialValues={{ when: 'now' }}
      run={({ when, publishAt }) =>
        inWords(
          () =>
            run({
              jobPostingId: posting.id,
              ...(when === 'later' && publishAt ? { publishAt: instantInChina(publishAt) } : {}),
            }),
          posting.missingElements,
        )
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item required name="when" label={text('publishWhen')}>
            <Radio.Group
              options={[
                { value: 'now', label: text('publishNow') },
                { value: 'later', label: text('publishLater') },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['when']}>
            {() =>
              form.getFieldValue('when') === 'later' && (
                <Form.Item
                  name="publishAt"
                  label={text('publishAtField')}
                  rules={[{ required: true, message: text('publishAtNeeded') }]}
                >
                  <Input type="datetime-local" min={nowInChina()} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}

function PauseDialog({ posting, onClose }: PostingDialogProps) {
  const text = useText(ownPostingsMessages);
  const { run } = useAction(PauseJobPosting);
  return (
    <ActionDialog<{ readonly until?: string | null }>
      title={`${text('pause')} · ${posting.title}`}
      lead={text('pauseLead')}
      submitLabel={text('pause')}
      run={({ until }) => run({ jobPostingId: posting.id, ...(until ? { until } : {}) })}
      onClose={onClose}
    >
      <Form.Item name="until" label={text('pauseUntil')}>
        <DayPicker
          min={todayInChina(1)}
          {...(posting.validThrough ? { max: posting.validThrough } : {})}
        />
      </Form.Item>
    </ActionDialog>
  );
}

function StopDialog({ posting, onClose }: PostingDialogProps) {
  const text = useText(ownPostingsMessages);
  const { run } = useAction(StopJobPosting);
  return (
    <ActionDialog<{ readonly reason?: string }>
      title={`${text('stop')} · ${posting.title}`}
      lead={text('stopLead')}
      submitLabel={text('stop')}
      isDangerous
      run={({ reason }) => run({ jobPostingId: posting.id, ...(reason ? { reason } : {}) })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={text('stopReason')} rules={[{ max: 500 }]}>
        <Input.TextArea rows={3} count={{ show: true, max: 500 }} />
      </Form.Item>
    </ActionDialog>
  );
}

function RecallDialog({ posting, onClose }: PostingDialogProps) {
  const text = useText(ownPostingsMessages);
  const { run } = useAction(RecallJobPosting);
  return (
    <ActionDialog
      title={`${text('recall')} · ${posting.title}`}
      lead={text('recallLead')}
      submitLabel={text('recall')}
      run={() => run({ jobPostingId: posting.id })}
      onClose={onClose}
    />
  );
}

/** What has the draft in it; a page about it alone is left for the list instead. */
const LISTS = ['OwnPostings', 'OwnPostingCounts', 'OwnOpenPostings'];

function DiscardDialog({ posting, onClose }: PostingDialogProps) {
  const { id, version, title } = posting;
  const text = useText(ownPostingsMessages);
  const { run } = useAction(DiscardJobPosting, {
    refreshes: LISTS,
    onDone: () => {
      discardDraft(draftName(posting));
      toast.success(text('discarded'));
    },
  });
  return (
    <ActionDialog
      title={`${text('discard')} · ${title}`}
      lead={text('discardLead')}
      submitLabel={text('discard')}
      isDangerous
      run={() => run({ jobPostingId: id, version })}
      onClose={onClose}
    />
  );
}
