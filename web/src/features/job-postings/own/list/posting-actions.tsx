import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  ResumeJobPosting,
  type OwnPostingRowFragment,
} from '@/graphql/generated/features/job-postings/own/list/own-postings';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { ownWordsMessages } from '../own-words.messages';
import { ownPostingsMessages } from './own-postings.messages';
import { PostingDialog, type PostingStep } from './posting-dialogs';

export interface PostingActionsProps {
  readonly posting: Pick<
    OwnPostingRowFragment,
    'id' | 'version' | 'title' | 'validThrough' | 'missingElements' | 'viewerCan'
  >;
  /** Address of the posting in the workspace. */
  readonly base: string;
  /** A step to open with: the editor sends its reader on to submitting. */
  readonly openAt?: PostingStep | null;
  /** After the draft was discarded; where it was one of a list, the list tells. */
  readonly onDiscarded?: () => void;
}

/** What the viewer may do with the posting now; what is final comes last, after a line. */
export function PostingActions({ posting, base, openAt = null, onDiscarded }: PostingActionsProps) {
  const text = useText(ownPostingsMessages);
  const words = useText(ownWordsMessages);
  const attempt = useAttempt();
  const resume = useAction(ResumeJobPosting);
  const [step, setStep] = useState<PostingStep | null>(openAt);
  const can = posting.viewerCan;
  const items: NonNullable<MenuProps['items']> = [
    ...(can.pause ? [{ key: 'pause', label: text('pause') }] : []),
    ...(can.recall ? [{ key: 'recall', label: text('recall') }] : []),
    ...(can.stop
      ? [{ type: 'divider' as const }, { key: 'stop', label: text('stop'), danger: true }]
      : []),
    ...(can.discard ? [{ key: 'discard', label: text('discard'), danger: true }] : []),
  ];
  return (
    <>
      {can.submit && (
        <Button type="primary" onClick={() => setStep('submit')}>
          {text('submit')}
        </Button>
      )}
      {can.resume && (
        <Button
          type="primary"
          loading={resume.isRunning}
          onClick={() =>
            void attempt(() => resume.run({ jobPostingId: posting.id }), text('resumed'))
          }
        >
          {text('resume')}
        </Button>
      )}
      {can.update && (
        <Link className="gq-own-link" to={`${base}/edit`}>
          {words('edit')}
        </Link>
      )}
      {items.length > 0 && (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{
            items,
            onClick: ({ key, domEvent }) => {
              // Enter must not press what gets the focus in the dialog that opens.
              domEvent.preventDefault();
              setStep(key as PostingStep);
            },
          }}
        >
          <Button aria-label={text('actionsOf', { title: posting.title })}>{text('more')}</Button>
        </Dropdown>
      )}
      {step !== null && (
        <PostingDialog
          step={step}
          posting={posting}
          onClose={(isDone) => {
            setStep(null);
            if (isDone && step === 'discard') onDiscarded?.();
          }}
        />
      )}
    </>
  );
}
