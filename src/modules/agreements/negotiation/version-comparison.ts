import type { InternshipText } from '../internship/internship.rules.js';
import type { ObligationText } from '../obligations/obligation.rules.js';
import { diffText, type TextSegment } from './text-diff.js';

export interface ComparedClause {
  readonly key: string;
  readonly position: number;
  readonly heading: string;
  readonly body: string;
}

/** What a version says, as far as two are compared. */
export interface ComparedVersion {
  readonly title: string;
  readonly subKind: string | null;
  readonly promisedStudents: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly clauses: readonly ComparedClause[];
  readonly annexes: readonly { readonly title: string; readonly sha256: string }[];
  /** Null where it is no internship. */
  readonly internship: InternshipText | null;
  readonly obligations: readonly (ObligationText & { readonly key: string })[];
}

export type ChangeKind = 'UNCHANGED' | 'CHANGED' | 'ADDED' | 'REMOVED';
export const COMPARED_FACTS = [
  'TITLE',
  'SUB_KIND',
  'STARTS_ON',
  'ENDS_ON',
  'PROMISED_STUDENTS',
  'POST_TITLE',
  'MONTHLY_PAY',
  'POST_MONTHLY_PAY',
  'HOURS_PER_DAY',
  'HOURS_PER_WEEK',
  'NIGHT_WORK',
  'HOST_EMPLOYEES',
  'POST_EMPLOYEES',
  'COLLEGE_TUTOR',
  'HOST_TUTOR',
] as const;
export type ComparedFact = (typeof COMPARED_FACTS)[number];

export interface FactChange {
  readonly fact: ComparedFact;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ClauseChange {
  readonly key: string;
  readonly change: ChangeKind;
  /** Stands elsewhere among the clauses both versions have. */
  readonly isMoved: boolean;
  readonly positionBefore: number | null;
  readonly positionAfter: number | null;
  readonly heading: TextSegment[];
  readonly body: TextSegment[];
}

export interface ItemChange<Item> {
  readonly change: ChangeKind;
  readonly before: Item | null;
  readonly after: Item | null;
}

const FACTS: Readonly<Record<ComparedFact, (version: ComparedVersion) => string | null>> = {
  TITLE: ({ title }) => title,
  SUB_KIND: ({ subKind }) => subKind,
  STARTS_ON: ({ startsOn }) => startsOn,
  ENDS_ON: ({ endsOn }) => endsOn,
  PROMISED_STUDENTS: ({ promisedStudents }) => promisedStudents?.toString() ?? null,
  POST_TITLE: ({ internship }) => internship && String(internship.postTitle),
  MONTHLY_PAY: ({ internship }) => internship && String(internship.monthlyPay),
  POST_MONTHLY_PAY: ({ internship }) => internship && String(internship.postMonthlyPay),
  HOURS_PER_DAY: ({ internship }) => internship && String(internship.hoursPerDay),
  HOURS_PER_WEEK: ({ internship }) => internship && String(internship.hoursPerWeek),
  NIGHT_WORK: ({ internship }) => internship && (internship.hasNightWork ? 'YES' : 'NO'),
  HOST_EMPLOYEES: ({ internship }) => internship && String(internship.hostEmployees),
  POST_EMPLOYEES: ({ internship }) => internship && String(internship.postEmployees),
  COLLEGE_TUTOR: ({ internship }) => internship && String(internship.collegeTutor),
  HOST_TUTOR: ({ internship }) => internship && String(internship.hostTutor),
};

/** Title, form, term and number, where they differ. */
export interface TextComparison {
  readonly facts: FactChange[];
  readonly clauses: ClauseChange[];
  readonly obligations: ItemChange<ComparedVersion['obligations'][number]>[];
  readonly annexes: ItemChange<ComparedVersion['annexes'][number]>[];
}

/** Everything one text changed of another. */
export function compare(before: ComparedVersion, after: ComparedVersion): TextComparison {
  return {
    facts: factChanges(before, after),
    clauses: clauseChanges(before.clauses, after.clauses),
    obligations: obligationChanges(before.obligations, after.obligations),
    annexes: annexChanges(before.annexes, after.annexes),
  };
}

export function factChanges(before: ComparedVersion, after: ComparedVersion): FactChange[] {
  return Object.entries(FACTS)
    .map(([fact, said]) => ({
      fact: fact as ComparedFact,
      before: said(before),
      after: said(after),
    }))
    .filter((change) => change.before !== change.after);
}

/** Every clause of both, in the order of the later version; one that went stands where it stood. */
export function clauseChanges(
  before: readonly ComparedClause[],
  after: readonly ComparedClause[],
): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.key, clause]));
  const kept = after.flatMap(({ key }) => old.get(key) ?? []);
  const inOrder = longestRising(kept.map(({ position }) => position));
  const changes = after.map((clause): ClauseChange => {
    const known = old.get(clause.key);
    const heading = diffText(known?.heading ?? '', clause.heading);
    const body = diffText(known?.body ?? '', clause.body);
    const isSame = [...heading, ...body].every(({ kind }) => kind === 'KEPT');
    return {
      key: clause.key,
      change: known === undefined ? 'ADDED' : isSame ? 'UNCHANGED' : 'CHANGED',
      isMoved: known !== undefined && !inOrder.has(known.position),
      positionBefore: known?.position ?? null,
      positionAfter: clause.position,
      heading,
      body,
    };
  });
  for (const [index, clause] of before.entries()) {
    if (after.some(({ key }) => key === clause.key)) continue;
    const previous = before[index - 1]?.key;
    const place = changes.findIndex(({ key }) => key === previous) + 1;
    changes.splice(place, 0, {
      key: clause.key,
      change: 'REMOVED',
      isMoved: false,
      positionBefore: clause.position,
      positionAfter: null,
      heading: diffText(clause.heading, ''),
      body: diffText(clause.body, ''),
    });
  }
  return changes;
}

/** What the parties promise, by its key: what they have now first, what went at the end. */
export function obligationChanges(
  before: ComparedVersion['obligations'],
  after: ComparedVersion['obligations'],
): ItemChange<ComparedVersion['obligations'][number]>[] {
  return itemChanges(before, after, ({ key }) => key, words);
}

/** Files are the same by their bytes; a title alone may change. */
export function annexChanges(
  before: ComparedVersion['annexes'],
  after: ComparedVersion['annexes'],
): ItemChange<ComparedVersion['annexes'][number]>[] {
  return itemChanges(
    before,
    after,
    ({ sha256 }) => sha256,
    ({ title }) => title,
  );
}

function words(obligation: ObligationText): string {
  const { partyPosition, metric, quantity, dueOn, proof } = obligation;
  return JSON.stringify([partyPosition, metric, quantity, dueOn, proof]);
}

function itemChanges<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  textOf: (item: Item) => string,
): ItemChange<Item>[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const keys = new Set(after.map(keyOf));
  return [
    ...after.map((item): ItemChange<Item> => {
      const known = old.get(keyOf(item));
      if (known === undefined) return { change: 'ADDED', before: null, after: item };
      const isSame = textOf(known) === textOf(item);
      return { change: isSame ? 'UNCHANGED' : 'CHANGED', before: known, after: item };
    }),
    ...before
      .filter((item) => !keys.has(keyOf(item)))
      .map((item): ItemChange<Item> => ({ change: 'REMOVED', before: item, after: null })),
  ];
}

/** The most numbers that rise from left to right: what keeps its order, so that the fewest count as moved. */
function longestRising(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const number of numbers) {
    const before = best
      .filter((run) => (run.at(-1) ?? 0) < number)
      .reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    best.push([...before, number]);
  }
  return new Set(best.reduce((longest, run) => (run.length > longest.length ? run : longest), []));
}
