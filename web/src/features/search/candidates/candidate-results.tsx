import { Link, useLocation } from 'react-router';
import { CandidateFacts } from '@/features/matching/employer/candidate-facts';
import type { CandidateFactsFragment } from '@/graphql/generated/features/matching/employer/recommended';
import type { SearchCandidatesQuery } from '@/graphql/generated/features/search/candidates/candidates';
import type { Pages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState } from '@/shared/ui/states';
import { candidatesMessages } from './candidates.messages';
import { NO_FILTERS, type ChangeConditions } from './use-candidate-conditions';

export interface CandidateResultsProps {
  readonly pages: Pages<SearchCandidatesQuery, CandidateFactsFragment>;
  readonly hasWords: boolean;
  readonly hasFilters: boolean;
  readonly change: ChangeConditions;
}

/** Who was found, or what to do where nobody was. */
export function CandidateResults({ pages, hasWords, hasFilters, change }: CandidateResultsProps) {
  const text = useText(candidatesMessages);
  const { pathname, search } = useLocation();
  if (pages.data === undefined) return null;
  const { nodes, first } = pages.data;
  const { degraded, isTruncated, reading } = first.searchCandidates;
  if (nodes.length === 0) {
    return (
      <EmptyState title={text('none')}>
        {hasWords && <p>{text('noneWords')}</p>}
        {hasFilters && <p>{text('noneFilters')}</p>}
        <p>{text(hasWords || hasFilters ? 'noneHelp' : 'noneNobody')}</p>
        {(hasWords || hasFilters) && (
          <button
            type="button"
            className="gq-button"
            onClick={() => change({ ...NO_FILTERS, text: '' })}
          >
            {text('clearAll')}
          </button>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      {degraded && <p className="gq-search-note">{text('degraded')}</p>}
      {reading !== null && <p className="gq-search-note">{text(`reading_${reading}`)}</p>}
      <h2 className="gq-hidden-text">{text('results')}</h2>
      <ul className="gq-recommended">
        {nodes.map((person) => (
          <li key={person.id} className="gq-card">
            <CandidateFacts profile={person} />
            <p className="gq-recommended-actions">
              <Link
                // The search stays in the address, so that the way back leads to it.
                to={{ pathname: `${pathname}/${person.id}`, search }}
                aria-label={text('profileOf', { name: person.fullName ?? '' })}
              >
                {text('profile')}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
      {isTruncated && !pages.hasMore && <p className="gq-search-end">{text('truncated')}</p>}
    </>
  );
}
