import {
  parseEducation,
  parseExperienceYears,
  parsePayText,
  RowReader,
} from '../../../reference-data/index.js';
import type { PostingFormat } from '../imported-posting.js';

/** Software postings of five sites (May–June 2019); no seats are given. */
export const itPostings2019: PostingFormat = {
  name: 'it-postings-2019',
  sourceName: 'IT 招聘汇总 2019',
  columns: [
    'id',
    'title',
    'company',
    'city',
    'district',
    'education',
    'experience',
    'salary',
    'industry',
    'benefits',
    'search_keywords',
    'description',
  ],
  read(cells) {
    const row = new RowReader(cells);
    const pay = parsePayText(cells['salary'] ?? '');
    const place = [row.text('city'), row.text('district')].filter((part) => part !== null);
    const posting = {
      sourceId: row.required('id'),
      title: row.required('title'),
      employerName: row.text('company'),
      headcount: null,
      duties: row.prose('description'),
      ...row.payRange('salary', pay?.minFen ?? null, pay?.maxFen ?? null),
      payPeriod: pay?.period ?? null,
      payMonths: pay?.months ?? null,
      payText: row.text('salary'),
      regionCode: null,
      placeText: place.length > 0 ? place.join('') : null,
      educationLevelCode: parseEducation(cells['education'] ?? '').code,
      experienceYearsMin: parseExperienceYears(cells['experience'] ?? ''),
      skills: row.list('search_keywords', '|'),
      benefits: row.list('benefits', /[\s,，|]+/),
      industryText: row.text('industry'),
      isPartTime: false,
      postedAt: null,
    };
    return { cleaned: posting, issues: row.issues };
  },
};
