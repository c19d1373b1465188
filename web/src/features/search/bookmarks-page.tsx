import { Link } from 'react-router';
import { BookmarkedJobPostings } from '@/graphql/generated/features/search/bookmarks';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { PostingCard } from './posting-card';
import { searchMessages } from './search.messages';

export function Page() {
  const text = useText(searchMessages);
  const pages = usePages(BookmarkedJobPostings, {}, (data) => data.bookmarkedJobPostings);
  return (
    <Frame title={text('bookmarksTitle')} lead={text('bookmarksLead')}>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('bookmarksEmpty')}>
              <p>{text('bookmarksEmptyHelp')}</p>
              <Link className="gq-button" to="/jobs">
                {text('toSearch')}
              </Link>
            </EmptyState>
          ) : (
            <>
              <ul className="gq-posting-list">
                {nodes.map((posting) => (
                  <li key={posting.id}>
                    <PostingCard posting={posting} />
                  </li>
                ))}
              </ul>
              {pages.hasMore && (
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
              )}
            </>
          )
        }
      </Loaded>
    </Frame>
  );
}
