import { Button } from 'antd';
import { useState } from 'react';
import type { CommentPartsFragment } from '@/graphql/generated/features/agreements/comments/comments';
import { useText } from '@/shared/i18n/messages';
import type { ShownAgreement } from '../agreement-section';
import { CommentForm } from './comment-form';
import { CommentThread } from './comment-thread';
import { commentsMessages } from './comments.messages';
import './comments.css';

export interface ClauseCommentsProps {
  readonly agreement: ShownAgreement;
  readonly clauseKey: string;
  readonly position: number;
  /** Of the whole agreement. */
  readonly comments: readonly CommentPartsFragment[];
  readonly canComment: boolean;
}

/** What was said about a clause, folded until it is wanted, and a way to say something. */
export function ClauseComments(props: ClauseCommentsProps) {
  const { agreement, clauseKey, position, canComment } = props;
  const text = useText(commentsMessages);
  const own = props.comments.filter((comment) => comment.clauseKey === clauseKey);
  const openCount = own.filter(({ resolvedAt }) => resolvedAt == null).length;
  const [isShown, setIsShown] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  if (own.length === 0 && !canComment) return null;
  const state = openCount > 0 ? text('open', { count: openCount }) : text('allResolved');
  return (
    <div className="gq-comments">
      <div className="gq-comments-bar">
        {own.length > 0 && (
          <Button size="small" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {text('count', { count: own.length })} · {state}
          </Button>
        )}
        {canComment && !isWriting && (
          <Button
            size="small"
            type="text"
            aria-label={text('addTo', { place: position })}
            onClick={() => setIsWriting(true)}
          >
            + {text('add')}
          </Button>
        )}
      </div>
      {isShown && own.length > 0 && (
        <ul className="gq-comments-list">
          {own.map((comment) => (
            <CommentThread
              key={comment.id}
              agreement={agreement}
              comment={comment}
              canComment={canComment}
            />
          ))}
        </ul>
      )}
      {isWriting && (
        <CommentForm
          agreementId={agreement.id}
          clauseKey={clauseKey}
          label={text('addTo', { place: position })}
          onClose={() => {
            setIsWriting(false);
            setIsShown(true);
          }}
        />
      )}
    </div>
  );
}

/** What was said about clauses the present version has no longer. */
export function GoneComments({
  agreement,
  comments,
  canComment,
}: Pick<ClauseCommentsProps, 'agreement' | 'comments' | 'canComment'>) {
  const text = useText(commentsMessages);
  const gone = comments.filter(({ removedInVersion }) => removedInVersion != null);
  if (gone.length === 0) return null;
  return (
    <>
      <h3 className="gq-agreements-clause-heading">{text('gone')}</h3>
      <ul className="gq-comments-list">
        {gone.map((comment) => (
          <li key={comment.id}>
            <strong>
              {comment.clauseHeading === '' ? text('untitled') : comment.clauseHeading}
            </strong>{' '}
            <span className="gq-agreements-soft">
              {text('goneNote', { number: comment.removedInVersion ?? 0 })}
            </span>
            <ul className="gq-comments-list">
              <CommentThread agreement={agreement} comment={comment} canComment={canComment} />
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
