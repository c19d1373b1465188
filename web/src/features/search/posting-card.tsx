import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  usePostingWords,
  type EngagementName,
  type LevelLike,
  type PayLike,
} from '@/features/job-postings/public/use-posting-words';
import { postingWordsMessages } from '@/features/job-postings/public/posting-words.messages';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { BookmarkButton } from './bookmark-button';
import { searchMessages } from './search.messages';

/** What a card shows; ask for these fields of a `JobPosting`, under the same names (see `PostingCard` in `bookmarks.graphql`). */
export interface PostingCardData {
  readonly id: string;
  readonly title: string;
  readonly employerName: string | null;
  readonly organisation: { readonly id: string; readonly standing: string } | null;
  readonly pay: PayLike | null;
  readonly headcount: number | null;
  readonly region: { readonly fullName: string } | null;
  readonly placeText: string | null;
  readonly engagementType: EngagementName | null;
  readonly educationLevel: LevelLike | null;
  readonly experienceYearsMin: number | null;
  readonly benefits: readonly string[];
  readonly publication: 'EXTERNAL' | 'OWN';
  readonly publishedAt: string | null;
  readonly isBookmarked: boolean;
}

export interface PostingCardProps {
  readonly posting: PostingCardData;
  /** Level of the title; one below the heading the card stands under. */
  readonly heading?: 'h2' | 'h3';
  /** Below the particulars: reasons of a recommendation, say. */
  readonly children?: ReactNode;
  /** Beside the bookmark. */
  readonly actions?: ReactNode;
}

const BENEFITS_SHOWN = 4;

/** One posting in a list; all of it leads to the posting's page. */
export function PostingCard({
  posting,
  heading: Heading = 'h2',
  children,
  actions,
}: PostingCardProps) {
  const text = useText(searchMessages);
  const word = useText(postingWordsMessages);
  const words = usePostingWords();
  const { relative } = useFormat();
  const { id, title, pay, organisation, publishedAt } = posting;
  const months = words.payMonths(pay);
  const facts = [
    posting.region?.fullName ?? posting.placeText ?? word('placeUnknown'),
    words.experience(posting.experienceYearsMin),
    words.education(posting.educationLevel),
    posting.engagementType && words.engagement(posting.engagementType),
    posting.headcount === null ? null : word('headcount', { count: posting.headcount }),
  ].filter((fact) => fact !== null);
  return (
    <article className="gq-posting-card">
      <div className="gq-posting-card-top">
        <Heading className="gq-posting-card-title">
          <Link to={`/jobs/${id}`}>{title}</Link>
        </Heading>
        <p className="gq-posting-card-pay">
          {words.pay(pay)}
          {months && <span className="gq-posting-card-months">{months}</span>}
        </p>
      </div>
      <ul className="gq-posting-card-facts" aria-label={text('particulars')}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {posting.benefits.length > 0 && (
        <ul className="gq-posting-tags" aria-label={text('benefits')}>
          {posting.benefits.slice(0, BENEFITS_SHOWN).map((benefit) => (
            <li key={benefit}>{benefit}</li>
          ))}
        </ul>
      )}
      {children}
      <div className="gq-posting-card-foot">
        <p className="gq-posting-card-employer">
          <span>{posting.employerName ?? word('employerUnknown')}</span>
          {organisation?.standing === 'VERIFIED' && <Badge tone="good">{word('verified')}</Badge>}
          {posting.publication === 'EXTERNAL' && <Badge>{word('external')}</Badge>}
        </p>
        <div className="gq-posting-card-actions">
          {publishedAt && (
            <time dateTime={publishedAt} suppressHydrationWarning>
              {relative(publishedAt)}
            </time>
          )}
          {actions}
          <BookmarkButton postingId={id} title={title} isBookmarked={posting.isBookmarked} />
        </div>
      </div>
    </article>
  );
}
