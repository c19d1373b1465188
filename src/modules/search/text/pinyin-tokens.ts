import { pinyin } from 'pinyin-pro';

/** Stand before syllables and initials, so that no word is taken for them. */
const SYLLABLES = '4';
const INITIALS = '5';
const FEWEST_INITIALS = 3;
const LONGEST_SYLLABLE = 6;
/** Letters that can be read in more ways are read in these. */
const MOST_WAYS = 3;
/** Of the most frequent characters all syllables can be had. */
const FIRST_LEVEL = [0x4e00, 0x9fa5] as const;

let known: ReadonlySet<string> | undefined;

/** What a run of characters is typed as: each two neighbouring syllables, and each three initials. */
export function pinyinTokens(run: string): string[] {
  const syllables = syllablesOf(run);
  return [...pairs(syllables), ...initialTokens(syllables.map((one) => one.slice(0, 1)).join(''))];
}

/** The syllables of a run alone. */
export function syllableTokens(run: string): string[] {
  return pairs(syllablesOf(run));
}

/** The tokens that stand for letters read as pinyin, for each way to read them; none where they are no two syllables. */
export function typedPinyinTokens(letters: string): string[][] {
  return split(letters)
    .filter((syllables) => syllables.length >= 2)
    .map(pairs);
}

/** The tokens that stand for letters read as initials; none for fewer than three. */
export function typedInitialTokens(letters: string): string[] {
  return initialTokens(letters);
}

/** Syllables without tones, `ü` as `v`. */
export function syllablesOf(run: string): string[] {
  return pinyin(run, { type: 'array', toneType: 'none', v: true, nonZh: 'removed' });
}

/** Whether two words can be read the same, character by character: 行 is xing, hang and heng. */
export function soundsAs(one: string, other: string): boolean {
  const [ones, others] = [[...one], [...other]];
  return (
    ones.length === others.length &&
    ones.every((character, i) => {
      const readings = readingsOf(others[i] ?? '');
      return readingsOf(character).some((reading) => readings.includes(reading));
    })
  );
}

function readingsOf(character: string): string[] {
  return pinyin(character, { type: 'array', toneType: 'none', v: true, multiple: true });
}

function pairs(syllables: readonly string[]): string[] {
  if (syllables.length < 2) return syllables.map((syllable) => `${SYLLABLES}${syllable}`);
  return syllables.slice(1).map((syllable, i) => `${SYLLABLES}${syllables[i] ?? ''}${syllable}`);
}

function initialTokens(initials: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at + FEWEST_INITIALS <= initials.length; at += 1) {
    tokens.push(`${INITIALS}${initials.slice(at, at + FEWEST_INITIALS)}`);
  }
  return tokens;
}

/** The ways to cut letters into the fewest syllables; an apostrophe cuts for certain. */
function split(letters: string): string[][] {
  let ways: string[][] = [[]];
  for (const part of letters.split(/['’]/u)) {
    const cut = splitPart(part);
    ways = ways.flatMap((before) => cut.map((after) => [...before, ...after])).slice(0, MOST_WAYS);
  }
  return ways;
}

function splitPart(letters: string): string[][] {
  known ??= allSyllables();
  const best: string[][][] = [[[]]];
  for (let end = 1; end <= letters.length; end += 1) {
    const ways: string[][] = [];
    for (let from = Math.max(0, end - LONGEST_SYLLABLE); from < end; from += 1) {
      const syllable = letters.slice(from, end);
      if (known.has(syllable)) ways.push(...(best[from] ?? []).map((way) => [...way, syllable]));
    }
    const fewest = Math.min(...ways.map((way) => way.length));
    best.push(ways.filter((way) => way.length === fewest).slice(0, MOST_WAYS));
  }
  return best[letters.length] ?? [];
}

function allSyllables(): ReadonlySet<string> {
  const syllables = new Set<string>();
  for (let code: number = FIRST_LEVEL[0]; code <= FIRST_LEVEL[1]; code += 1) {
    const [syllable] = syllablesOf(String.fromCodePoint(code));
    if (syllable !== undefined && /^[a-z]{1,6}$/u.test(syllable)) syllables.add(syllable);
  }
  return syllables;
}
