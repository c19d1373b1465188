import { rowsOf } from './data.js';

/** What is searched: a posting, or an occupation with what people call it. */
export interface Searched {
  readonly id: string;
  readonly title: string;
  readonly employerName: string;
  readonly skills: readonly string[];
  readonly occupation: readonly string[];
}

const FILES = [
  'tipdm-2023-two-sided/jobs.csv.gz',
  'it-postings-2019/postings.csv.gz',
  'zhaopin-2024/postings.csv.gz',
  '51job-2023/postings.csv.gz',
];

/** The real postings, as far as a title, an employer and skills go. */
export function realPostings(): Searched[] {
  return FILES.flatMap((file, of) =>
    rowsOf(file).map(({ title = '', company = '', skills = '' }, row) => ({
      id: `p-${String(of)}-${String(row)}`,
      title,
      employerName: company,
      skills: skills.split(/[|,，]/u).filter(Boolean),
      occupation: [],
    })),
  );
}

/** One for each occupation that has everyday names, under its official one. */
export function aliasedOccupations(): Searched[] {
  const aliases = new Map<string, string[]>();
  for (const { code = '', alias = '' } of rowsOf('reference/occupation-aliases.csv')) {
    const names = alias.split('/').filter(Boolean);
    aliases.set(code, [...(aliases.get(code) ?? []), ...names]);
  }
  return rowsOf('reference/occupations-2022.csv').flatMap(({ code = '', name = '' }) => {
    const names = aliases.get(code);
    return names
      ? [{ id: `o-${code}`, title: name, employerName: '', skills: [], occupation: names }]
      : [];
  });
}

/** Of https://github.com/meilisearch/meilisearch/issues 2499 and 4874: what is sought, and what it must find. */
export const KNOWN_EXAMPLES: readonly (readonly [query: string, title: string])[] = [
  ['简单', '安装简单'],
  ['处理', '待处理'],
  ['工程', '在建工程'],
];
