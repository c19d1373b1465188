import { Link } from 'react-router';
import type { SearchJobPostingsQuery } from '@/graphql/generated/features/search/search';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import {
  searchPath,
  withoutWords,
  withPhraseFor,
  type SearchConditions,
} from './search-conditions';
import { CloseIcon } from './search-icons';
import { searchMessages } from './search.messages';

type Found = SearchJobPostingsQuery['searchJobPostings'];

export interface UnderstoodChipsProps {
  readonly conditions: SearchConditions;
  readonly understood: Found['understood'];
  readonly reading: Found['reading'];
  readonly offers: Found['offers'];
}

/** How the words were understood; each of them can be taken as words instead, and back. */
export function UnderstoodChips({ conditions, understood, reading, offers }: UnderstoodChipsProps) {
  const text = useText(searchMessages);
  const { written } = conditions;
  const { number } = useFormat();
  const isNothing = understood.length + written.length + offers.length === 0;
  if (isNothing && !reading) return null;
  const to = (words: readonly string[]): string => searchPath({ ...conditions, written: words });
  return (
    <div className="gq-search-understood">
      {reading && <p>{text(`reading_${reading}`)}</p>}
      <ul className="gq-search-chips" aria-label={text('understood')}>
        {understood.length > 0 && <li aria-hidden="true">{text('understood')}</li>}
        {understood.map(({ kind, text: words, label, amount }) => {
          const isNone = kind === 'EXPERIENCE' && amount === 0;
          const condition = text(isNone ? 'understood_NO_EXPERIENCE' : `understood_${kind}`, {
            label,
            amount: number(amount ?? 0),
            count: amount ?? 0,
          });
          return (
            <li key={`${kind} ${words}`}>
              <Link
                className="gq-search-chip"
                to={searchPath({ ...conditions, ...withoutWords(conditions, words) })}
                aria-label={text('removeCondition', { condition })}
              >
                {condition}
                <CloseIcon size={14} />
              </Link>
              <Link className="gq-search-link" to={to([...written, words])}>
                {text('takeAsWritten', { words })}
              </Link>
            </li>
          );
        })}
        {written.map((words) => (
          <li key={words}>
            <Link className="gq-search-link" to={to(written.filter((one) => one !== words))}>
              {text('understandAgain', { words })}
            </Link>
          </li>
        ))}
      </ul>
      {offers.length > 0 && (
        <ul className="gq-search-chips" aria-label={text('offers')}>
          {offers.map(({ kind, words, value, label, total }) => (
            <li key={value}>
              <Link
                className="gq-search-link"
                to={searchPath({ ...conditions, ...taken(conditions, { kind, words, value }) })}
              >
                {text(`offer_${kind}`, { label, count: total, number: number(total) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is searched when an offer is taken. */
function taken(
  conditions: SearchConditions,
  { kind, words, value }: Pick<Found['offers'][number], 'kind' | 'words' | 'value'>,
): Partial<SearchConditions> {
  if (kind === 'RELATED_SKILL') return withPhraseFor(conditions, words, value);
  const condition = kind === 'OCCUPATION' ? { occupation: value } : { company: value };
  return { ...withoutWords(conditions, words), ...condition };
}
