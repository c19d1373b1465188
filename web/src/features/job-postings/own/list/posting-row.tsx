import { Progress } from 'antd';
import { Link } from 'react-router';
import type { OwnPostingRowFragment } from '@/graphql/generated/features/job-postings/own/list/own-postings';
import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { ownWordsMessages } from '../own-words.messages';
import { PostingState } from '../posting-state';
import { isElement, useElementNames } from '../use-element-names';
import { ownPostingsMessages } from './own-postings.messages';
import { PostingActions } from './posting-actions';

export interface PostingRowProps {
  readonly posting: OwnPostingRowFragment;
  readonly base: string;
  /** How many applications wait for the employer's answer; null while unknown. */
  readonly waiting: string | null;
}

/** One posting of the list: how it stands, how its seats fill, what waits, what to do. */
export function PostingRow({ posting, base, waiting }: PostingRowProps) {
  const words = useText(ownWordsMessages);
  const { pay } = usePostingWords();
  const format = useFormat();
  const { title, state, region, validThrough, headcount, filledCount, audience } = posting;
  const facts = [
    pay(posting.pay),
    region?.displayName,
    validThrough && words('validThrough', { day: format.date(validThrough) }),
  ].filter(Boolean);
  const takesApplications = state !== 'DRAFT' && state !== 'IN_REVIEW' && state !== 'SCHEDULED';
  return (
    <li className="gq-own-row">
      <div className="gq-own-row-main">
        <h2>
          <Link to={base}>{title}</Link>
        </h2>
        <p className="gq-own-badges">
          <PostingState posting={posting} />
          {audience.rule !== 'EVERYONE' && <Badge>{words(`audience_${audience.rule}`)}</Badge>}
        </p>
        <p className="gq-own-facts">{facts.join(' · ')}</p>
        <PostingNote posting={posting} />
      </div>
      <div className="gq-own-row-figures">
        <span>
          {headcount === null
            ? words('seatsUnknown')
            : words('seats', {
                filled: format.number(filledCount),
                headcount: format.number(headcount),
              })}
        </span>
        {headcount !== null && (
          <Progress
            percent={Math.round((filledCount / headcount) * 100)}
            showInfo={false}
            size="small"
            strokeColor="var(--gq-accent)"
            aria-label={words('seats', { filled: filledCount, headcount })}
          />
        )}
        {takesApplications && waiting !== null && <Link to={`${base}/candidates`}>{waiting}</Link>}
      </div>
      <div className="gq-own-row-actions">
        {takesApplications && (
          <Link className="gq-own-link" to={`${base}/candidates`}>
            {words('candidates')}
          </Link>
        )}
        <PostingActions posting={posting} base={base} />
      </div>
    </li>
  );
}

/** What stands between this posting and the next step. */
function PostingNote({ posting }: { readonly posting: OwnPostingRowFragment }) {
  const text = useText(ownPostingsMessages);
  const words = useText(ownWordsMessages);
  const names = useElementNames();
  const format = useFormat();
  const { state, missingElements, latestReview, pausedUntil, publishAt } = posting;
  const notes: string[] = [];
  if (state === 'DRAFT' && latestReview?.state === 'RETURNED')
    notes.push(text('returned', { remark: latestReview.remark ?? '' }));
  if (state === 'DRAFT' && missingElements.length > 0)
    notes.push(words('missing', { elements: names(missingElements.filter(isElement)) }));
  if (state === 'IN_REVIEW' && latestReview?.state === 'PENDING')
    notes.push(text('reviewDue', { at: format.dateTime(latestReview.dueAt) }));
  if (state === 'SCHEDULED' && publishAt)
    notes.push(text('publishAt', { at: format.dateTime(publishAt) }));
  if (state === 'PAUSED' && pausedUntil)
    notes.push(text('pausedUntil', { day: format.date(pausedUntil) }));
  if (notes.length === 0) return null;
  return (
    <div className="gq-own-note">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
