import {
  parseEducation,
  parseExperienceYears,
  parsePayText,
  RowReader,
} from '../../../reference-data/index.js';
import type { PostingFormat } from '../imported-posting.js';

const BENEFIT = /险|金$|补贴|旅游|体检|奖|休|假|班车|培训|餐|福利|提成|期权|弹性|通讯/;
const NEITHER = /^(\d.*年.*|无需经验|在校生.*|本科|大专|硕士|博士|高中|中技.*|中专.*|初中.*)$/;

/** List entries of one site (November–December 2023); tags mix experience, education, skills and benefits. */
export const job512023: PostingFormat = {
  name: '51job-2023',
  sourceName: '前程无忧 2023',
  columns: [
    'id',
    'title',
    'tags',
    'area',
    'salary',
    'experience',
    'education',
    'company',
    'issued_at',
  ],
  read(cells) {
    const row = new RowReader(cells);
    const pay = parsePayText(cells['salary'] ?? '');
    const tags = row.list('tags', /[,，]/).filter((tag) => !NEITHER.test(tag));
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
      placeText: row.text('area', 300),
      educationLevelCode: parseEducation(cells['education'] ?? '').code,
      experienceYearsMin: parseExperienceYears(cells['experience'] ?? ''),
      skills: tags.filter((tag) => !BENEFIT.test(tag)),
      benefits: tags.filter((tag) => BENEFIT.test(tag)),
      industryText: null,
      isPartTime: false,
      postedAt: row.instant('issued_at'),
    };
    return { cleaned: posting, issues: row.issues };
  },
};
