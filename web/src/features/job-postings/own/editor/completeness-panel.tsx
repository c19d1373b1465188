import { Form, type FormInstance } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { ownWordsMessages } from '../own-words.messages';
import { editorMessages } from './editor.messages';
import { ASKED, FIELD_OF, missingIn, type EditorValues } from './editor-values';
import type { Wording } from './use-wording';

export interface CompletenessPanelProps {
  readonly form: FormInstance<EditorValues>;
  readonly wording: Wording;
}

/** What the law wants and what of it is there; each entry leads to its field. */
export function CompletenessPanel({ form, wording }: CompletenessPanelProps) {
  const text = useText(editorMessages);
  const words = useText(ownWordsMessages);
  const values = Form.useWatch((all: EditorValues) => all, form) ?? {};
  const missing = missingIn(values);
  return (
    <aside className="gq-card gq-own-panel" aria-label={text('completeness')}>
      <h2>{text('completeness')}</h2>
      <p className="gq-own-explain">
        {text(missing.length === 0 ? 'complete' : 'completenessText')}
      </p>
      <ul>
        {ASKED.map((element) => {
          const isMissing = missing.includes(element);
          const name = words(`element_${element}`);
          return (
            <li key={element} className={isMissing ? 'gq-own-missing' : 'gq-own-present'}>
              <button
                type="button"
                onClick={() =>
                  form.scrollToField(FIELD_OF[element], { focus: true, block: 'center' })
                }
              >
                <span>{name}</span>
                <span>{text(isMissing ? 'absent' : 'present')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p role="status" className={wording.blocks ? 'gq-own-blocks' : 'gq-own-explain'}>
        {text(wording.count === 0 ? 'wordingOk' : 'wordingFound', { count: wording.count })}
      </p>
    </aside>
  );
}
