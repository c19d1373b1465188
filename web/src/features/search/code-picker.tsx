import { useId, useState } from 'react';
import { useText } from '@/shared/i18n/messages';
import { CodeBranch } from './code-branch';
import { searchMessages } from './search.messages';
import { Sheet } from './sheet';
import type { CodeKind } from './use-code-path';
import { useFoundCodes } from './use-found-codes';
import { useSettled } from './use-suggestions';

export interface CodePickerProps {
  readonly kind: CodeKind;
  readonly onClose: () => void;
  readonly onChoose: (code: string) => void;
}

const PAUSE_MS = 180;

/** All regions, occupations or industries: to be found by typing, or from the top of the tree down. */
export function CodePicker({ kind, onClose, onChoose }: CodePickerProps) {
  const text = useText(searchMessages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim(), PAUSE_MS);
  const found = useFoundCodes(kind, words);
  return (
    <Sheet title={text(`choose_${kind}`)} onClose={onClose}>
      <input
        id={id}
        className="gq-filter-input"
        type="search"
        aria-label={text(`find_${kind}`)}
        placeholder={text(`find_${kind}`)}
        autoComplete="off"
        maxLength={50}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {words === '' ? (
        <CodeBranch kind={kind} parentCode={null} onChoose={onChoose} />
      ) : (
        <div aria-live="polite">
          {found?.length === 0 && <p className="gq-lead">{text('noneFound')}</p>}
          <ul className="gq-code-tree">
            {found?.map(({ code, name, detail }) => (
              <li key={code}>
                <button type="button" className="gq-code-choice" onClick={() => onChoose(code)}>
                  {name}
                  {detail && <small>{detail}</small>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Sheet>
  );
}
