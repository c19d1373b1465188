import { useText } from '@/shared/i18n/messages';
import { editorMessages } from './editor.messages';
import type { WordingHint } from './use-wording';

/** What the rules say about one field, below it, with the words that are meant. */
export function WordingHints({ hints }: { readonly hints: readonly WordingHint[] }) {
  const text = useText(editorMessages);
  if (hints.length === 0) return null;
  return (
    <ul className="gq-own-hints">
      {hints.map(({ ruleId, start, severity, words, message }) => (
        <li key={`${ruleId} ${start}`} className={`gq-own-hint-${severity}`}>
          <strong>{text(severity === 'BLOCK' ? 'wordingBlock' : 'wordingWarn')}</strong>{' '}
          <q>{words}</q> {message}
          <small>{text('wordingRule', { rule: ruleId })}</small>
        </li>
      ))}
    </ul>
  );
}
