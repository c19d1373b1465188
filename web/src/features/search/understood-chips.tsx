import { Link } from 'react-router';
import type { SearchJobPostingsQuery } from '@/graphql/generated/features/search/search';
import { useText } from '@/shared/i18n/messages';
import { searchPath, type SearchConditions } from './search-conditions';
import { CloseIcon } from './search-icons';
import { searchMessages } from './search.messages';

type Found = SearchJobPostingsQuery['searchJobPostings'];

export interface UnderstoodChipsProps {
  readonly conditions: SearchConditions;
  readonly understood: Found['understood'];
  readonly reading: Found['reading'];
}

/** How the words were understood; each of them can be taken as words instead, and back. */
export function UnderstoodChips({ conditions, understood, reading }: UnderstoodChipsProps) {
  const text = useText(searchMessages);
  const { written } = conditions;
  if (understood.length === 0 && written.length === 0 && !reading) return null;
  const to = (words: readonly string[]): string => searchPath({ ...conditions, written: words });
  return (
    <div className="gq-search-understood">
      {reading && <p>{text(`reading_${reading}`)}</p>}
      <ul className="gq-search-chips" aria-label={text('understood')}>
        {understood.length > 0 && <li aria-hidden="true">{text('understood')}</li>}
        {understood.map(({ kind, text: words, label }) => (
          <li key={`${kind} ${words}`}>
            <Link
              className="gq-search-chip"
              to={to([...written, words])}
              aria-label={text('takeAsWritten', { words })}
              title={text('takeAsWritten', { words })}
            >
              {text(`understood_${kind}`, { label })}
              <CloseIcon size={14} />
            </Link>
          </li>
        ))}
        {written.map((words) => (
          <li key={words}>
            <Link className="gq-search-link" to={to(written.filter((one) => one !== words))}>
              {text('understandAgain', { words })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
