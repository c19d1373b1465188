import { Button } from 'antd';
import { useState } from 'react';
import {
  ReopenAgreementComment,
  ResolveAgreementComment,
  type CommentPartsFragment,
} from '@/graphql/generated/features/agreements/comments/comments';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import type { ShownAgreement } from '../agreement-section';
import { CommentForm } from './comment-form';
import { commentsMessages } from './comments.messages';

const REFRESHES = { refreshes: ['AgreementComments'] };

export interface CommentThreadProps {
  readonly agreement: ShownAgreement;
  readonly comment: CommentPartsFragment;
  readonly canComment: boolean;
}

/** A comment with its answers: answered, resolved, taken up again. */
export function CommentThread({ agreement, comment, canComment }: CommentThreadProps) {
  const text = useText(commentsMessages);
  const { dateTime } = useFormat();
  const attempt = useAttempt();
  const [isAnswering, setIsAnswering] = useState(false);
  const resolve = useAction(ResolveAgreementComment, REFRESHES);
  const reopen = useAction(ReopenAgreementComment, REFRESHES);
  const said = ({
    partyPosition,
    author,
    createdAt,
  }: Pick<CommentPartsFragment, 'partyPosition' | 'author' | 'createdAt'>): string =>
    text('made', {
      party: agreement.parties.find(({ position }) => position === partyPosition)?.name ?? '',
      author: author?.displayName ?? text('unknown'),
      at: dateTime(createdAt),
    });
  const { id, resolvedAt, resolvedBy } = comment;
  const isOpen = resolvedAt == null;
  const author = comment.author?.displayName ?? text('unknown');
  const settle = (action: typeof resolve | typeof reopen): void =>
    void attempt(() => action.run({ agreementId: agreement.id, commentId: id }), text('settled'));
  return (
    <li className={isOpen ? 'gq-comments-item' : 'gq-comments-item gq-comments-settled'}>
      <div className="gq-comments-line gq-agreements-soft">
        {said(comment)}
        {comment.versionNumber !== agreement.versionNumber && (
          <span>{text('onVersion', { number: comment.versionNumber })}</span>
        )}
        {comment.isInternal && <Badge tone="warn">{text('internalNote')}</Badge>}
        {!isOpen && <Badge tone="good">{text('resolved')}</Badge>}
      </div>
      <p className="gq-comments-body">{comment.body}</p>
      {comment.replies.length > 0 && (
        <ul className="gq-comments-replies">
          {comment.replies.map((reply) => (
            <li key={reply.id} className="gq-comments-item gq-comments-settled">
              <div className="gq-agreements-soft">{said(reply)}</div>
              <p className="gq-comments-body">{reply.body}</p>
            </li>
          ))}
        </ul>
      )}
      {resolvedAt != null && (
        <p className="gq-agreements-soft">
          {text('resolvedBy', {
            author: resolvedBy?.displayName ?? text('unknown'),
            at: dateTime(resolvedAt),
          })}
        </p>
      )}
      {canComment && !isAnswering && (
        <div className="gq-comments-line">
          {isOpen && (
            <>
              <Button
                size="small"
                aria-label={text('replyTo', { author })}
                onClick={() => setIsAnswering(true)}
              >
                {text('reply')}
              </Button>
              <Button size="small" loading={resolve.isRunning} onClick={() => settle(resolve)}>
                {text('resolve')}
              </Button>
            </>
          )}
          {!isOpen && (
            <Button size="small" loading={reopen.isRunning} onClick={() => settle(reopen)}>
              {text('reopen')}
            </Button>
          )}
        </div>
      )}
      {isAnswering && (
        <CommentForm
          agreementId={agreement.id}
          clauseKey={comment.clauseKey}
          replyToId={id}
          label={text('replyTo', { author })}
          onClose={() => setIsAnswering(false)}
        />
      )}
    </li>
  );
}
