import type { Person } from './cast.js';
import type { MainJobReader, NoticeCount } from './main-job.reader.js';
import { must } from './play-failed.js';
import type { Play } from './play.js';

/** Kinds of notices with how often a person is told; what is not named must not come. */
export type ExpectedNotices = Readonly<Record<string, number>>;

const TOLD_WITHIN_MS = 30_000;
/** Once a day at most, and only to whom something new is proposed. */
const NEW_RECOMMENDATIONS = 'RECOMMENDATIONS_CHANGED';

/** Each was told what concerns him, exactly that often, and every mail that is due has left; answers the sums. */
export async function everyoneWasTold(
  play: Play,
  expected: readonly (readonly [Person, ExpectedNotices])[],
  reader: MainJobReader,
): Promise<string> {
  const seen = async (): Promise<{ told: NoticeCount[]; wrong: string[] }> => {
    const counts = await Promise.all(
      expected.map(([{ accountId }]) => reader.noticesOf(accountId)),
    );
    const wrong = expected.flatMap(([{ displayName }, notices], index) => {
      const got = counts[index] ?? [];
      return differences(notices, got).map((difference) => `${displayName} ${difference}`);
    });
    return { told: counts.flat(), wrong };
  };
  const until = performance.now() + TOLD_WITHIN_MS;
  const { told } = await play.eventually('everybody is told', async () => {
    const now = await seen();
    if (now.wrong.length === 0) return now;
    must(performance.now() < until, `everybody is told what concerns him: ${now.wrong.join('; ')}`);
    return null;
  });
  const all = sum(told, ({ count }) => count);
  const mails = sum(told, ({ mailed }) => mailed).toString();
  const others = ((await reader.noticesSince(play.startedAt)) - all).toString();
  const kinds = [...new Set(told.map(({ kind }) => kind))].sort().map((kind) => {
    const ofKind = told.filter((each) => each.kind === kind);
    return `${kind} ${sum(ofKind, ({ count }) => count).toString()}`;
  });
  return `${all.toString()} notices, ${mails} by mail, and ${others} to others: ${kinds.join(', ')}`;
}

function differences(expected: ExpectedNotices, counts: readonly NoticeCount[]): string[] {
  const got = new Map(counts.map((count) => [count.kind, count]));
  return [...new Set([...Object.keys(expected), ...got.keys()])].flatMap((kind) => {
    const { count, pending } = got.get(kind) ?? { count: 0, pending: 0 };
    const isRight = kind === NEW_RECOMMENDATIONS ? count <= 1 : count === (expected[kind] ?? 0);
    if (!isRight) return [`${kind} ${count.toString()} times`];
    return pending > 0 ? [`${kind} ${pending.toString()} mails not sent`] : [];
  });
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
