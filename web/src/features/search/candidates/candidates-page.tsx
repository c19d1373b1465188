import { useIsFetching } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { SearchCandidates } from '@/graphql/generated/features/search/candidates/candidates';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { RequestError } from '@/shared/graphql/request';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { PAGE_SIZE } from '../search-conditions';
import { FilterIcon } from '../search-icons';
import { CandidateBox } from './candidate-box';
import { CandidateChips } from './candidate-chips';
import { CandidateFilters } from './candidate-filters';
import { CandidateResults } from './candidate-results';
import { candidatesMessages } from './candidates.messages';
import { NO_FILTERS, useCandidateConditions } from './use-candidate-conditions';
import './candidates.css';

/** An employer looks for people who let employers find them. */
export function Page() {
  const text = useText(candidatesMessages);
  const { number } = useFormat();
  const { organisationId = '' } = useParams();
  const { conditions, change, count, filter } = useCandidateConditions();
  const filtersId = useId();
  const [isFiltering, setFiltering] = useState(false);
  const pages = usePages(
    SearchCandidates,
    { text: conditions.text || null, filter, first: PAGE_SIZE },
    ({ searchCandidates }) => searchCandidates,
  );
  const isFetching = useIsFetching({ queryKey: [SearchCandidates.name] }) > 0;
  const refusal = pages.error instanceof RequestError ? pages.error : null;
  if (refusal?.code === 'FORBIDDEN')
    return (
      <Frame title={text('title')}>
        <EmptyState title={text('notAllowed')}>
          <p>{text('notAllowedText')}</p>
          <Link className="gq-button" to={`/work/${organisationId}/verification`}>
            {text('verification')}
          </Link>
        </EmptyState>
      </Frame>
    );
  const isWrong = refusal?.code === 'BAD_USER_INPUT';
  const found = isWrong ? undefined : pages.data?.first.searchCandidates;
  return (
    <Frame title={text('title')} lead={text('lead')} width="wide">
      <CandidateBox text={conditions.text} onSearch={(words) => change({ text: words })} />
      <div className="gq-search-columns">
        <aside
          id={filtersId}
          className={`gq-candidates-side${isFiltering ? ' gq-candidates-side-open' : ''}`}
          aria-label={text('filters')}
        >
          <h2 className="gq-hidden-text">{text('filters')}</h2>
          <CandidateFilters conditions={conditions} change={change} facets={found?.facets ?? []} />
        </aside>
        <section className="gq-search-main" aria-busy={isFetching}>
          <header className="gq-search-head">
            <p className="gq-lead" role="status">
              {found &&
                text('total', {
                  count: found.totalCount ?? 0,
                  number: number(found.totalCount ?? 0),
                })}
            </p>
            <button
              type="button"
              className="gq-search-filters gq-phone-only"
              aria-expanded={isFiltering}
              aria-controls={filtersId}
              onClick={() => setFiltering(!isFiltering)}
            >
              <FilterIcon />
              {count > 0 ? text('filtersCount', { count }) : text('filters')}
            </button>
          </header>
          <CandidateChips conditions={conditions} change={change} />
          {isWrong ? (
            <EmptyState title={text('bad')}>
              <p>{refusal.message}</p>
              <button
                type="button"
                className="gq-button"
                onClick={() => change({ ...NO_FILTERS, text: '' })}
              >
                {text('clearAll')}
              </button>
            </EmptyState>
          ) : (
            <Loaded of={pages}>
              {() => (
                <CandidateResults
                  pages={pages}
                  hasWords={conditions.text !== ''}
                  hasFilters={count > 0}
                  change={change}
                />
              )}
            </Loaded>
          )}
        </section>
      </div>
    </Frame>
  );
}
