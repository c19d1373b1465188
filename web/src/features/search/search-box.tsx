import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { MAX_TEXT, NO_CONDITIONS, searchPath, type SearchConditions } from './search-conditions';
import { CloseIcon, SearchIcon } from './search-icons';
import { searchMessages } from './search.messages';
import { useSuggestions, type Suggestion } from './use-suggestions';

export interface SearchBoxProps {
  /** What the words are added to; nothing where a search begins. */
  readonly conditions?: SearchConditions;
}

/** Words to look for, with titles, employers, occupations and regions offered while typing; it works before the page is taken over, too. */
export function SearchBox({ conditions = NO_CONDITIONS }: SearchBoxProps) {
  const text = useText(searchMessages);
  const navigate = useNavigate();
  const id = useId();
  const [words, setWords] = useState(conditions.text);
  const [searched, setSearched] = useState(conditions.text);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  if (searched !== conditions.text) {
    // Somebody went back, or removed the words elsewhere.
    setSearched(conditions.text);
    setWords(conditions.text);
  }
  const suggestions = useSuggestions(isOpen ? words : '');
  const isListed = isOpen && suggestions.length > 0;

  const go = (changes: Partial<SearchConditions>): void => {
    setOpen(false);
    setActive(-1);
    void navigate(searchPath({ ...conditions, written: [], ...changes }));
  };
  const choose = ({ kind, code, name }: Suggestion): void => {
    const isWords = code === null;
    setWords(isWords ? name : '');
    go(isWords ? { text: name } : { text: '', [kind]: code });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = isListed ? suggestions[active] : undefined;
    if (chosen) choose(chosen);
    else go({ text: words.trim() });
  };
  const move = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setOpen(false);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || suggestions.length === 0) return;
    event.preventDefault();
    setOpen(true);
    // One place more than there are suggestions: the words themselves.
    const places = suggestions.length + 1;
    setActive(((active + 1 + step + places) % places) - 1);
  };
  return (
    <form className="gq-search-box" role="search" action="/jobs" onSubmit={submit}>
      <div className="gq-search-field">
        <SearchIcon />
        <input
          type="text"
          name="text"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={MAX_TEXT}
          role="combobox"
          aria-label={text('searchLabel')}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          {...(isListed && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          placeholder={text('searchPlaceholder')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={move}
          onBlur={() => setOpen(false)}
        />
        {words !== '' && (
          <button
            type="button"
            className="gq-search-clear"
            aria-label={text('clearText')}
            onClick={() => {
              setWords('');
              if (conditions.text !== '') go({ text: '' });
            }}
          >
            <CloseIcon size={16} />
          </button>
        )}
        <ul
          id={`${id}-list`}
          className="gq-search-suggestions"
          role="listbox"
          aria-label={text('suggestions')}
          hidden={!isListed}
        >
          {suggestions.map((suggestion, index) => (
            <li
              key={`${suggestion.kind} ${suggestion.code ?? suggestion.name}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              // The field keeps the focus, so that the list is still there when the press ends.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
            >
              <span>{suggestion.name}</span>
              <small>
                {text(`suggest_${suggestion.kind}`)}
                {suggestion.detail && ` · ${suggestion.detail}`}
              </small>
            </li>
          ))}
        </ul>
      </div>
      <button type="submit" className="gq-button">
        {text('search')}
      </button>
    </form>
  );
}
