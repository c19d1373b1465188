import './notices.css';
import { useEffect, useSyncExternalStore } from 'react';

type Tone = 'success' | 'info' | 'warning' | 'error';

interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly seconds: number;
}

/** Long enough to read a line twice. */
const SECONDS = 5;
const MOST_SHOWN = 4;
const SIGNS: Readonly<Record<Tone, string>> = { success: '✓', info: 'i', warning: '!', error: '!' };

let shown: readonly Notice[] = [];
let made = 0;
const watchers = new Set<() => void>();

function show(next: readonly Notice[]): void {
  shown = next;
  for (const watcher of watchers) watcher();
}

const add =
  (tone: Tone) =>
  (text: string, seconds: number = SECONDS): void => {
    made += 1;
    // The same words again stand once, for the whole time anew.
    const others = shown.filter((notice) => notice.text !== text);
    show([...others, { id: made, tone, text, seconds }].slice(-MOST_SHOWN));
  };

/** Short words at the edge of the page on how something went; they stay when the page changes. */
export const message = {
  success: add('success'),
  info: add('info'),
  warning: add('warning'),
  error: add('error'),
};

const NONE: readonly Notice[] = [];

/** Where the notices stand, once on every page. What went wrong is read out at once, the rest when there is a pause. */
export function Notices() {
  const notices = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => shown,
    () => NONE,
  );
  const isGrave = ({ tone }: Notice): boolean => tone === 'error' || tone === 'warning';
  return (
    <div className="gq-notices">
      <div role="status">
        {notices.map((notice) => !isGrave(notice) && <Line key={notice.id} notice={notice} />)}
      </div>
      <div role="alert">
        {notices.map((notice) => isGrave(notice) && <Line key={notice.id} notice={notice} />)}
      </div>
    </div>
  );
}

function Line({ notice: { id, tone, text, seconds } }: { readonly notice: Notice }) {
  useEffect(() => {
    const end = setTimeout(() => show(shown.filter((other) => other.id !== id)), seconds * 1000);
    return () => clearTimeout(end);
  }, [id, seconds]);
  return (
    <p className={`gq-notice gq-notice-${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span>
      {text}
    </p>
  );
}
