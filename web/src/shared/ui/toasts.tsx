import './toasts.css';
import { useEffect, useSyncExternalStore } from 'react';

type Tone = 'success' | 'info' | 'warning' | 'error';

interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly seconds: number;
}

/** Long enough to read a line twice. */
const SECONDS = 5;
const MOST_SHOWN = 4;
const SIGNS: Readonly<Record<Tone, string>> = { success: '✓', info: 'i', warning: '!', error: '!' };

let shown: readonly Toast[] = [];
let made = 0;
const watchers = new Set<() => void>();

function show(next: readonly Toast[]): void {
  shown = next;
  for (const watcher of watchers) watcher();
}

const add =
  (tone: Tone) =>
  (text: string, seconds: number = SECONDS): void => {
    made += 1;
    // The same words again stand once, for the whole time anew.
    const others = shown.filter((entry) => entry.text !== text);
    show([...others, { id: made, tone, text, seconds }].slice(-MOST_SHOWN));
  };

/** Short words at the edge of the page on how something went; they stay when the page changes. */
export const toast = {
  success: add('success'),
  info: add('info'),
  warning: add('warning'),
  error: add('error'),
};

const NONE: readonly Toast[] = [];

/** Where the toasts stand, once on every page. What went wrong is read out at once, the rest when there is a pause. */
export function Toasts() {
  const toasts = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => shown,
    () => NONE,
  );
  const isGrave = ({ tone }: Toast): boolean => tone === 'error' || tone === 'warning';
  return (
    <div className="gq-toasts">
      <div role="status">
        {toasts.map((entry) => !isGrave(entry) && <Line key={entry.id} entry={entry} />)}
      </div>
      <div role="alert">
        {toasts.map((entry) => isGrave(entry) && <Line key={entry.id} entry={entry} />)}
      </div>
    </div>
  );
}

function Line({ entry: { id, tone, text, seconds } }: { readonly entry: Toast }) {
  useEffect(() => {
    const end = setTimeout(() => show(shown.filter((other) => other.id !== id)), seconds * 1000);
    return () => clearTimeout(end);
  }, [id, seconds]);
  return (
    <p className={`gq-toast gq-toast-${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span>
      {text}
    </p>
  );
}
