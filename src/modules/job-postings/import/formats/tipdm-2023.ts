import { parseExperienceYears, RowReader, yuanToFen } from '../../../reference-data/index.js';
import type { PostingFormat } from '../imported-posting.js';

/** The source's own education numbers: 0 none, 1 secondary … 5 doctor. */
const EDUCATION: Readonly<Record<string, string>> = { 1: '40', 2: '31', 3: '21', 4: '14', 5: '11' };

/** Postings of a campus-recruiting platform with seats (2021–2023). */
export const tipdm2023: PostingFormat = {
  name: 'tipdm-2023',
  sourceName: '泰迪内推',
  columns: [
    'id',
    'title',
    'company',
    'headcount',
    'salary_min',
    'salary_max',
    'work_type_code',
    'education_code',
    'experience',
    'keywords',
    'skills',
    'benefits',
    'location',
    'province_code',
    'city_code',
    'district_code',
    'industry',
    'published_at',
    'updated_at',
    'description',
  ],
  read(cells) {
    const row = new RowReader(cells);
    const pay = row.payRange(
      'salary_min',
      yuanToFen(cells['salary_min'] ?? ''),
      yuanToFen(cells['salary_max'] ?? ''),
    );
    const hasPay = pay.payMinFen !== null || pay.payMaxFen !== null;
    const posting = {
      sourceId: row.required('id'),
      title: row.required('title'),
      employerName: row.text('company'),
      headcount: row.count('headcount', 10_000),
      duties: row.prose('description'),
      ...pay,
      payPeriod: hasPay ? ('MONTH' as const) : null,
      payMonths: null,
      payText: null,
      regionCode: row.text('district_code') ?? row.text('city_code') ?? row.text('province_code'),
      placeText: row.text('location', 300),
      educationLevelCode: EDUCATION[cells['education_code'] ?? ''] ?? null,
      experienceYearsMin: parseExperienceYears(cells['experience'] ?? ''),
      skills: row.list('skills', /[,，]/),
      benefits: row.list('benefits', /[,，]/),
      industryText: row.text('industry'),
      isPartTime: cells['work_type_code'] === '1',
      postedAt: row.instant('published_at') ?? row.instant('updated_at'),
    };
    return { cleaned: posting, issues: row.issues };
  },
};
