import { Link } from 'react-router';
import type { SearchJobPostingsQuery } from '@/graphql/generated/features/search/search';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { EmptyState } from '@/shared/ui/states';
import { NO_CONDITIONS, searchPath, type SearchConditions } from './search-conditions';
import { searchMessages } from './search.messages';
import { useRelaxations } from './use-relaxations';
import { useSuggestions } from './use-suggestions';

export interface NoResultsProps {
  readonly conditions: SearchConditions;
  readonly found: SearchJobPostingsQuery['searchJobPostings'];
}

/** Ways out of a search that finds nothing: what would be found otherwise, with how much. */
export function NoResults({ conditions, found }: NoResultsProps) {
  const text = useText(searchMessages);
  const { number } = useFormat();
  const ways = useRelaxations(conditions, found);
  const occupations = useSuggestions(conditions.text).flatMap(({ kind, code, name }) =>
    kind === 'occupation' && code !== null ? [{ code, name }] : [],
  );
  const { didYouMean } = found;
  return (
    <EmptyState title={text('noneTitle')}>
      {didYouMean && (
        <p className="gq-search-meant">
          {text('didYouMean')}{' '}
          <Link to={searchPath({ ...conditions, text: didYouMean, written: [] })}>
            {didYouMean}
          </Link>
        </p>
      )}
      <p>{text('noneHelp')}</p>
      {ways.length > 0 && (
        <Ways
          title={text('noneRelax')}
          ways={ways.map(({ key, label, total, without }) => ({
            key,
            label:
              label === null
                ? text('relaxationAll', { count: number(total) })
                : text('relaxation', { condition: label, count: number(total) }),
            to: searchPath({ ...conditions, ...without }),
          }))}
        />
      )}
      {occupations.length > 0 && (
        <Ways
          title={text('noneOccupations')}
          ways={occupations.map(({ code, name }) => ({
            key: code,
            label: name,
            to: searchPath({ ...conditions, text: '', occupation: code }),
          }))}
        />
      )}
      {conditions.text !== '' && <p>{text('noneWords')}</p>}
      <Link className="gq-button" to={searchPath(NO_CONDITIONS)}>
        {text('noneClear')}
      </Link>
    </EmptyState>
  );
}

interface Way {
  readonly key: string;
  readonly label: string;
  readonly to: string;
}

function Ways({ title, ways }: { readonly title: string; readonly ways: readonly Way[] }) {
  return (
    <div>
      <h2 className="gq-search-way">{title}</h2>
      <ul className="gq-search-chips">
        {ways.map(({ key, label, to }) => (
          <li key={key}>
            <Link className="gq-search-chip" to={to}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
