import { useIsFetching } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { SearchJobPostings } from '@/graphql/generated/features/search/search';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { RequestError } from '@/shared/graphql/request';
import { useHead } from '@/shared/head/head';
import { useText } from '@/shared/i18n/messages';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { ConditionChips } from './condition-chips';
import { FilterPanel } from './filter-panel';
import { SearchBox } from './search-box';
import {
  conditionsIn,
  countConditions,
  NO_CONDITIONS,
  ORDERS,
  searchPath,
  searchVariables,
} from './search-conditions';
import { FilterIcon } from './search-icons';
import { searchMessages } from './search.messages';
import { SearchResults } from './search-results';
import { UnderstoodChips } from './understood-chips';
import { useChangeSearch } from './use-change-search';

const Sheet = lazy(async () => ({ default: (await import('./sheet')).Sheet }));

export function Page() {
  const text = useText(searchMessages);
  const { number } = useFormat();
  const [search] = useSearchParams();
  const conditions = conditionsIn(search);
  const change = useChangeSearch(conditions);
  const sortId = useId();
  const [isFiltering, setFiltering] = useState(false);
  const pages = usePages(
    SearchJobPostings,
    searchVariables(conditions),
    (data) => data.searchJobPostings,
  );
  const isFetching = useIsFetching({ queryKey: [SearchJobPostings.name] }) > 0;
  const title = conditions.text ? text('titleWith', { text: conditions.text }) : text('title');
  useHead({ title });
  const found = pages.data?.first.searchJobPostings;
  const count = countConditions(conditions);
  const isRefused = pages.error instanceof RequestError && pages.error.code === 'BAD_USER_INPUT';
  return (
    <div className="gq-page gq-page-wide gq-search">
      <SearchBox conditions={conditions} />
      <div className="gq-search-columns">
        <aside className="gq-search-side" aria-label={text('filters')}>
          <h2 className="gq-hidden-text">{text('filters')}</h2>
          <FilterPanel conditions={conditions} facets={found?.facets ?? []} />
        </aside>
        <section className="gq-search-main" aria-busy={isFetching}>
          <header className="gq-search-head">
            <div>
              <h1>{title}</h1>
              <p className="gq-lead" role="status">
                {found && !isRefused && (
                  <>
                    {text('totalPostings', { count: found.total, number: number(found.total) })}
                    {' · '}
                    {text('totalPositions', {
                      count: found.positions,
                      number: number(found.positions),
                    })}
                  </>
                )}
              </p>
            </div>
            <div className="gq-actions">
              <button
                type="button"
                className="gq-search-filters gq-phone-only"
                onClick={() => setFiltering(true)}
              >
                <FilterIcon />
                {count > 0 ? text('filtersCount', { count }) : text('filters')}
              </button>
              <label className="gq-hidden-text" htmlFor={sortId}>
                {text('sort')}
              </label>
              <select
                id={sortId}
                className="gq-filter-input gq-search-sort"
                value={conditions.sort}
                onChange={(event) =>
                  change({
                    sort: ORDERS.find((order) => order === event.target.value) ?? 'RELEVANCE',
                  })
                }
              >
                {ORDERS.map((order) => (
                  <option key={order} value={order}>
                    {text(`sort_${order}`)}
                  </option>
                ))}
              </select>
            </div>
          </header>
          <ConditionChips conditions={conditions} />
          {found && !isRefused && (
            <UnderstoodChips
              conditions={conditions}
              understood={found.understood}
              reading={found.reading}
              offers={found.offers}
            />
          )}
          {isRefused ? (
            <EmptyState title={text('badSearch')}>
              <p>{pages.error instanceof Error && pages.error.message}</p>
              <Link className="gq-button" to={searchPath(NO_CONDITIONS)}>
                {text('noneClear')}
              </Link>
            </EmptyState>
          ) : (
            <Loaded of={pages}>
              {() => <SearchResults pages={pages} conditions={conditions} />}
            </Loaded>
          )}
        </section>
      </div>
      {isFiltering && (
        <Suspense fallback={null}>
          <Sheet
            title={text('filters')}
            onClose={() => setFiltering(false)}
            footer={
              <>
                {count > 0 && (
                  <Link to={searchPath({ text: conditions.text, sort: conditions.sort })}>
                    {text('clearAll')}
                  </Link>
                )}
                <button type="button" className="gq-button" onClick={() => setFiltering(false)}>
                  {found && !isFetching
                    ? text('showResults', { count: found.total })
                    : text('showResultsUnknown')}
                </button>
              </>
            }
          >
            <FilterPanel conditions={conditions} facets={found?.facets ?? []} />
          </Sheet>
        </Suspense>
      )}
    </div>
  );
}
