import { Link } from 'react-router';
import { OrganisationPostings } from '@/graphql/generated/features/organisations/public/organisation';
import { PostingCard } from '@/features/search/posting-card';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { publicOrganisationMessages } from './public-organisation.messages';

/** What the organisation offers now. */
export function OrganisationPostingList({ organisationId }: { readonly organisationId: string }) {
  const text = useText(publicOrganisationMessages);
  const pages = usePages(OrganisationPostings, { organisationId }, (data) => data.jobPostings);
  const count = pages.totalCount;
  return (
    <section>
      <h2 className="gq-posting-heading">
        {count === null ? text('postings') : text('postingsCount', { count })}
      </h2>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('noPostings')}>
              <p>{text('noPostingsHelp')}</p>
              <Link className="gq-button gq-button-plain" to="/jobs">
                {text('toSearch')}
              </Link>
            </EmptyState>
          ) : (
            <ul className="gq-posting-list">
              {nodes.map((posting) => (
                <li key={posting.id}>
                  <PostingCard posting={posting} heading="h3" />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {pages.hasMore && (
        <p className="gq-search-end">
          <button
            type="button"
            className="gq-button gq-button-plain"
            disabled={pages.isLoadingMore}
            onClick={pages.loadMore}
          >
            {text('loadMore')}
          </button>
        </p>
      )}
    </section>
  );
}
