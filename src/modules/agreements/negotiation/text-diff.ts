// Its diff of arrays is the plain algorithm of Myers with a bound on the work, and has no dependencies.
import { diffArrays } from 'diff';

export type SegmentKind = 'KEPT' | 'REMOVED' | 'INSERTED';

export interface TextSegment {
  readonly kind: SegmentKind;
  readonly text: string;
}

/** Chinese has no spaces between words: without a dictionary a changed word would be shown in single characters. */
const WORDS = new Intl.Segmenter('zh-Hans-CN', { granularity: 'word' });

/** More words than this taken out and put in are another text; it is then shown as replaced as a whole. */
const MOST_CHANGES = 1_000;

/** Something kept that is no longer than this between two changes makes them harder to read than one change. */
const SHORTEST_KEPT = 2;

/** What comes after so many pieces is shown as one replacement: nobody reads more single changes in one clause. */
const MOST_SEGMENTS = 100;

function wordsOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}

/** What became of a text, word by word: put together, KEPT and REMOVED are the text before, KEPT and INSERTED the one after. */
export function diffText(before: string, after: string): TextSegment[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const [head, tail] = commonEnds(old, now);
  const from = old.slice(head, old.length - tail);
  const to = now.slice(head, now.length - tail);
  const parts = diffArrays(from, to, { maxEditLength: MOST_CHANGES });
  const middle: TextSegment[] = parts
    ? parts.map(({ added, removed, value }) => ({
        kind: added ? 'INSERTED' : removed ? 'REMOVED' : 'KEPT',
        text: value.join(''),
      }))
    : [
        { kind: 'REMOVED', text: from.join('') },
        { kind: 'INSERTED', text: to.join('') },
      ];
  return bounded(
    readable([
      { kind: 'KEPT', text: old.slice(0, head).join('') },
      ...middle,
      { kind: 'KEPT', text: old.slice(old.length - tail).join('') },
    ]),
  );
}

/** How many words the two have in common at the start and at the end. */
function commonEnds(before: readonly string[], after: readonly string[]): [number, number] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [head, tail];
}

/** Changes that only a short piece divides become one; of each, what went comes before what came. */
function readable(segments: readonly TextSegment[]): TextSegment[] {
  const joined: TextSegment[] = [];
  let removed = '';
  let inserted = '';
  const close = (): void => {
    if (removed !== '') joined.push({ kind: 'REMOVED', text: removed });
    if (inserted !== '') joined.push({ kind: 'INSERTED', text: inserted });
    removed = '';
    inserted = '';
  };
  for (const [index, { kind, text }] of segments.entries()) {
    if (text === '') continue;
    if (kind === 'REMOVED') removed += text;
    else if (kind === 'INSERTED') inserted += text;
    else if (isBridge(segments, index) && removed !== '' && inserted !== '') {
      removed += text;
      inserted += text;
    } else {
      close();
      joined.push({ kind, text });
    }
  }
  close();
  return joined;
}

function bounded(segments: readonly TextSegment[]): TextSegment[] {
  if (segments.length <= MOST_SEGMENTS) return [...segments];
  const rest = segments.slice(MOST_SEGMENTS - 2);
  const without = (left: SegmentKind): string =>
    rest.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('');
  return [
    ...segments.slice(0, MOST_SEGMENTS - 2),
    { kind: 'REMOVED', text: without('INSERTED') },
    { kind: 'INSERTED', text: without('REMOVED') },
  ];
}

/** A short kept piece, of one line, with a change right after it. */
function isBridge(segments: readonly TextSegment[], index: number): boolean {
  const text = segments[index]?.text ?? '';
  const next = segments.slice(index + 1).find((segment) => segment.text !== '');
  const isFollowed = next !== undefined && next.kind !== 'KEPT';
  return [...text].length <= SHORTEST_KEPT && !text.includes('\n') && isFollowed;
}
