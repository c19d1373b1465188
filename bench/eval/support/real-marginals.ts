import { rowsOf } from './data.js';

/** What real people and postings say and how often, for making others; values are drawn as they stand there. */
export interface RealMarginals {
  /** Of each posting, how many titles are commoner than its own. */
  readonly titleRanks: readonly number[];
  /** Highest pay over lowest of a posting. */
  readonly payWidths: readonly number[];
  readonly payNotStated: number;
  readonly wishCounts: readonly number[];
  /** Pay wished for, over the middle of what postings pay at least. */
  readonly wishedPay: readonly number[];
  /** Shares of people who say it. */
  readonly says: {
    readonly region: number;
    readonly experience: number;
    readonly education: number;
    readonly major: number;
  };
}

export function readRealMarginals(): RealMarginals {
  const board = rowsOf('zhaopin-2024/postings.csv.gz');
  const jobs = rowsOf('tipdm-2023-two-sided/jobs.csv.gz');
  const seekers = rowsOf('tipdm-2023-two-sided/seekers.csv.gz');
  const counts = [...Map.groupBy(board, ({ title = '' }) => title).values()]
    .map((rows) => rows.length)
    .sort((a, b) => b - a);
  const pays = jobs.flatMap((job) => {
    const [least, most] = [Number(job['salary_min']), Number(job['salary_max'])];
    return least > 0 && most >= least ? [{ least, width: most / least }] : [];
  });
  const middle = pays.map(({ least }) => least).sort((a, b) => a - b)[pays.length >> 1] ?? 1;
  const share = (column: string): number =>
    seekers.filter((seeker) => (seeker[column] ?? '') !== '').length / seekers.length;
  return {
    titleRanks: counts.flatMap((count, rank) => Array.from({ length: count }, () => rank)),
    payWidths: pays.map(({ width }) => width),
    payNotStated: board.filter((row) => row['salary_min'] === '').length / board.length,
    wishCounts: seekers.map((seeker) => (seeker['expected_jobs'] ?? '').split('|').length),
    wishedPay: seekers.map((seeker) => Number(seeker['salary_min'] ?? 0) / middle),
    says: {
      region: share('expected_city'),
      experience: share('experience'),
      education: share('education'),
      major: share('major'),
    },
  };
}
