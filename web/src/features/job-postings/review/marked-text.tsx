import type { ReviewedPostingQuery } from '@/graphql/generated/features/job-postings/review/review';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { reviewMessages } from './review.messages';

export type Finding = NonNullable<
  NonNullable<ReviewedPostingQuery['jobPosting']>['latestReview']
>['findings'][number];

export interface MarkedTextProps {
  readonly text: string;
  /** Findings of this field. */
  readonly findings: readonly Finding[];
}

/** A text with the words a rule objects to marked in it, and below it what is wrong with them. */
export function MarkedText({ text: whole, findings }: MarkedTextProps) {
  const text = useText(reviewMessages);
  return (
    <>
      <p className="gq-review-text">
        {piecesOf(whole, findings).map(({ from, words, finding }) =>
          finding === null ? (
            <span key={from}>{words}</span>
          ) : (
            <mark key={from} data-severity={finding.severity} title={finding.message}>
              {words}
            </mark>
          ),
        )}
      </p>
      {findings.length > 0 && (
        <ul className="gq-review-found">
          {findings.map(({ ruleId, start, end, severity, message }) => (
            <li key={`${ruleId} ${start}`}>
              <Badge tone={severity === 'BLOCK' ? 'bad' : 'warn'}>
                {text(severity === 'BLOCK' ? 'block' : 'warn')}
              </Badge>{' '}
              “{whole.slice(start, end)}” {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Piece {
  readonly from: number;
  readonly words: string;
  readonly finding: Finding | null;
}

/** The text cut at its findings; of two that overlap the first is marked. */
function piecesOf(whole: string, findings: readonly Finding[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    const { start, end } = finding;
    if (start < at || start >= end) continue;
    if (start > at) pieces.push({ from: at, words: whole.slice(at, start), finding: null });
    pieces.push({ from: start, words: whole.slice(start, end), finding });
    at = end;
  }
  if (at < whole.length) pieces.push({ from: at, words: whole.slice(at), finding: null });
  return pieces;
}
