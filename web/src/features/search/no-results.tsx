import { Link } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { EmptyState } from '@/shared/ui/states';
import { NO_CONDITIONS, searchPath, type SearchConditions } from './search-conditions';
import { searchMessages } from './search.messages';
import { useConditionChips } from './use-condition-chips';
import { useSuggestions } from './use-suggestions';

/** Ways out of a search that finds nothing. */
export function NoResults({ conditions }: { readonly conditions: SearchConditions }) {
  const text = useText(searchMessages);
  const chips = useConditionChips(conditions);
  const occupations = useSuggestions(conditions.text).filter(({ kind }) => kind === 'occupation');
  return (
    <EmptyState title={text('noneTitle')}>
      <p>{text('noneHelp')}</p>
      {chips.length > 1 && (
        <Ways
          title={text('noneRelax')}
          ways={chips.map(({ key, label, without }) => ({
            key,
            label,
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
