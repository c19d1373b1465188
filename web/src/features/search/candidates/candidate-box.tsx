import { useState, type FormEvent } from 'react';
import { useText } from '@/shared/i18n/messages';
import { MAX_TEXT } from '../search-conditions';
import { CloseIcon, SearchIcon } from '../search-icons';
import { candidatesMessages } from './candidates.messages';

export interface CandidateBoxProps {
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** Words to look for. */
export function CandidateBox({ text: searched, onSearch }: CandidateBoxProps) {
  const text = useText(candidatesMessages);
  const [words, setWords] = useState(searched);
  const [shown, setShown] = useState(searched);
  if (shown !== searched) {
    // Somebody went back, or cleared the words elsewhere.
    setShown(searched);
    setWords(searched);
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(words.trim());
  };
  return (
    <form className="gq-search-box" role="search" onSubmit={submit}>
      <div className="gq-search-field">
        <SearchIcon />
        <input
          type="text"
          name="text"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={MAX_TEXT}
          aria-label={text('label')}
          placeholder={text('placeholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {words !== '' && (
          <button
            type="button"
            className="gq-search-clear"
            aria-label={text('clearText')}
            onClick={() => {
              setWords('');
              onSearch('');
            }}
          >
            <CloseIcon size={16} />
          </button>
        )}
      </div>
      <button type="submit" className="gq-button">
        {text('search')}
      </button>
    </form>
  );
}
