import type { JobPostingDocument } from '../../../src/modules/job-postings/index.js';
import { rowsOf } from './data.js';

/** What is searched: a posting, or an occupation with what people call it. */
export interface Searched {
  readonly id: string;
  readonly title: string;
  readonly employerName: string;
  readonly skills: readonly string[];
  readonly occupation: readonly string[];
  readonly duties: string;
}

/** A title and nothing else. */
export function titled(id: string, title: string): Searched {
  return { id, title, employerName: '', skills: [], occupation: [], duties: '' };
}

/** As a posting of the product. */
export function asPosting({
  id,
  title,
  employerName,
  skills,
  duties,
}: Searched): JobPostingDocument {
  return {
    ...UNSAID,
    id,
    title,
    employerName: employerName || null,
    skills,
    duties: duties || null,
    occupationCode: id.startsWith(OCCUPATION) ? id.slice(OCCUPATION.length) : null,
  };
}

const OCCUPATION = 'o-';

const UNSAID: JobPostingDocument = {
  id: '',
  version: 1,
  publication: 'EXTERNAL',
  title: '',
  organisationId: null,
  organisationKind: null,
  employerName: null,
  duties: null,
  conditions: null,
  workConditions: null,
  occupationCode: null,
  industryCode: null,
  regionPath: [],
  placeText: null,
  engagementType: null,
  headcount: null,
  freeSeats: null,
  monthlyPayMinFen: null,
  monthlyPayMaxFen: null,
  benefits: [],
  educationLevelCode: null,
  educationRank: null,
  experienceYearsMin: null,
  skillLevelCode: null,
  skills: [],
  validThrough: null,
  publishedAt: new Date(0),
  sourceName: null,
  audienceRule: 'EVERYONE',
  partnersUntil: null,
  audienceCollegeIds: [],
};

const FILES = [
  'tipdm-2023-two-sided/jobs.csv.gz',
  'it-postings-2019/postings.csv.gz',
  'zhaopin-2024/postings.csv.gz',
  '51job-2023/postings.csv.gz',
];

/** The real postings, as far as a title, an employer and skills go. */
export function realPostings(): Searched[] {
  return FILES.flatMap((file, of) =>
    rowsOf(file).map(({ title = '', company = '', skills = '', description = '' }, row) => ({
      id: `p-${String(of)}-${String(row)}`,
      title,
      employerName: company,
      skills: skills.split(/[|,，]/u).filter(Boolean),
      occupation: [],
      duties: description,
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
      ? [
          {
            id: `${OCCUPATION}${code}`,
            title: name,
            employerName: '',
            skills: [],
            occupation: names,
            duties: '',
          },
        ]
      : [];
  });
}

/** Of https://github.com/meilisearch/meilisearch/issues 2499 and 4874: what is sought, and what it must find. */
export const KNOWN_EXAMPLES: readonly (readonly [query: string, title: string])[] = [
  ['简单', '安装简单'],
  ['处理', '待处理'],
  ['工程', '在建工程'],
];
