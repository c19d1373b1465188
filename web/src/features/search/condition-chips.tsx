import { Link } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { NO_CONDITIONS, searchPath, type SearchConditions } from './search-conditions';
import { CloseIcon } from './search-icons';
import { searchMessages } from './search.messages';
import { useConditionChips } from './use-condition-chips';

/** What the search was understood to ask for; each part can be taken out. */
export function ConditionChips({ conditions }: { readonly conditions: SearchConditions }) {
  const text = useText(searchMessages);
  const chips = useConditionChips(conditions);
  if (chips.length === 0) return null;
  return (
    <ul className="gq-search-chips" aria-label={text('chips')}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <Link
            className="gq-search-chip"
            to={searchPath({ ...conditions, ...without })}
            aria-label={text('removeCondition', { condition: label })}
          >
            {label}
            <CloseIcon size={14} />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link to={searchPath({ ...NO_CONDITIONS, sort: conditions.sort })}>
            {text('clearAll')}
          </Link>
        </li>
      )}
    </ul>
  );
}
