import type { SearchJobPostingsQuery } from '@/graphql/generated/features/search/search';
import type { Pages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { NoResults } from './no-results';
import { PostingCard, type PostingCardData } from './posting-card';
import type { SearchConditions } from './search-conditions';
import { searchMessages } from './search.messages';
import { SimilarPostings } from './similar-postings';

export interface SearchResultsProps {
  readonly pages: Pages<SearchJobPostingsQuery, PostingCardData>;
  readonly conditions: SearchConditions;
}

/** What was found, and at its end the truth about whether there is more. */
export function SearchResults({ pages, conditions }: SearchResultsProps) {
  const text = useText(searchMessages);
  if (pages.data === undefined) return null;
  const { nodes, first } = pages.data;
  const { total, degraded, isTruncated, similar } = first.searchJobPostings;
  return (
    <>
      {degraded && <p className="gq-search-note">{text('degraded')}</p>}
      {nodes.length === 0 ? (
        <NoResults conditions={conditions} found={first.searchJobPostings} />
      ) : (
        <>
          <h2 className="gq-hidden-text">{text('results')}</h2>
          <ul className="gq-posting-list">
            {nodes.map((posting) => (
              <li key={posting.id}>
                <PostingCard posting={posting} heading="h3" />
              </li>
            ))}
          </ul>
          {pages.hasMore ? (
            <p className="gq-search-end">
              <button
                type="button"
                className="gq-button gq-button-plain"
                disabled={pages.isLoadingMore}
                onClick={pages.loadMore}
              >
                {text(pages.isLoadingMore ? 'loadingMore' : 'loadMore')}
              </button>
            </p>
          ) : (
            <p className="gq-search-end">
              {isTruncated ? text('truncated') : text('endOfList', { count: total })}
            </p>
          )}
        </>
      )}
      <SimilarPostings postings={similar} />
    </>
  );
}
