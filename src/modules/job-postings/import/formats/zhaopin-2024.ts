import {
  parseEducation,
  parseExperienceYears,
  parsePayText,
  RowReader,
} from '../../../reference-data/index.js';
import type { PostingFormat } from '../imported-posting.js';

/** List entries of one site (November 2024); no description and no seats are given. */
export const zhaopin2024: PostingFormat = {
  name: 'zhaopin-2024',
  sourceName: '智联招聘 2024',
  columns: [
    'id',
    'title',
    'company',
    'salary',
    'city',
    'district',
    'area',
    'experience',
    'education',
    'skills',
    'industry',
  ],
  read(cells) {
    const row = new RowReader(cells);
    const pay = parsePayText(cells['salary'] ?? '');
    const place = [row.text('city'), row.text('district'), row.text('area')].filter(
      (part) => part !== null,
    );
    const posting = {
      sourceId: row.required('id'),
      title: row.required('title'),
      employerName: row.text('company'),
      headcount: null,
      duties: null,
      ...row.payRange('salary', pay?.minFen ?? null, pay?.maxFen ?? null),
      payPeriod: pay?.period ?? null,
      payMonths: pay?.months ?? null,
      payText: row.text('salary'),
      regionCode: null,
      placeText: place.length > 0 ? place.join('') : null,
      educationLevelCode: parseEducation(cells['education'] ?? '').code,
      experienceYearsMin: parseExperienceYears(cells['experience'] ?? ''),
      skills: row.list('skills', '|'),
      benefits: [],
      industryText: row.text('industry'),
      isPartTime: false,
      postedAt: null,
    };
    return { cleaned: posting, issues: row.issues };
  },
};
