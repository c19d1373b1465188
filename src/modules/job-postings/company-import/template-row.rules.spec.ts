import { TEMPLATE_COLUMNS, type TemplateColumn } from './posting-template.js';
import { readTemplateRow } from './template-row.rules.js';

// Each column of the template is a key.
const EMPTY = Object.fromEntries(TEMPLATE_COLUMNS.map(({ key }) => [key, ''])) as Record<
  TemplateColumn,
  string
>;
const read = (cells: Partial<Record<TemplateColumn, string>>) =>
  readTemplateRow({ ...EMPTY, ...cells });

describe('a row of the template', () => {
  it('reads what people write', () => {
    const { posting, issues } = read({
      title: '焊工',
      headcount: '１０人',
      engagementType: '劳务派遣',
      payMin: '6,000元',
      payMax: '8000.5',
      payPeriod: '月',
      payMonths: '13',
      benefits: '五险一金、班车；五险一金',
      education: '大专及以上',
      experienceYears: '2年',
      skills: '氩弧焊，识图',
      validThrough: '2027/1/31',
      startsOn: '2027年2月8日',
    });
    expect(issues).toEqual([]);
    expect(posting).toMatchObject({
      title: '焊工',
      headcount: 10,
      engagementType: 'LABOUR_DISPATCH',
      pay: {
        min: { amount: '6000' },
        max: { amount: '8000.5' },
        period: 'MONTH',
        months: 13,
      },
      benefits: ['五险一金', '班车'],
      educationLevelCode: '31',
      experienceYearsMin: 2,
      requirements: [
        { kind: 'SKILL', value: '氩弧焊' },
        { kind: 'SKILL', value: '识图' },
      ],
      validThrough: '2027-01-31',
      startsOn: '2027-02-08',
    });
  });

  it('takes English words, and leaves open what is not said', () => {
    const { posting, issues } = read({
      title: 'Welder',
      engagementType: 'Full time',
      payMin: '30',
      payPeriod: 'Hour',
    });
    expect(issues).toEqual([]);
    expect(posting).toMatchObject({
      engagementType: 'FULL_TIME',
      headcount: null,
      pay: { max: null, period: 'HOUR' },
      educationLevelCode: null,
      validThrough: null,
      startsOn: null,
    });
    expect(read({ title: 'x' }).posting.pay).toBeNull();
  });

  it('names every value it does not understand', () => {
    const { issues } = read({
      title: '焊工',
      headcount: '若干',
      engagementType: '编制内',
      payMin: '面议',
      payPeriod: '旬',
      education: '看情况',
      experienceYears: '很多',
      validThrough: '2027-02-30',
      startsOn: '立即到岗',
    });
    expect(issues.map(({ field }) => field)).toEqual([
      'headcount',
      'engagementType',
      'payMin',
      'payPeriod',
      'education',
      'experienceYears',
      'validThrough',
      'startsOn',
    ]);
  });

  it('takes no word that only JavaScript knows', () => {
    const { issues } = read({
      title: '焊工',
      engagementType: 'constructor',
      payPeriod: 'constructor',
    });
    expect(issues.map(({ field }) => field)).toEqual(['engagementType', 'payPeriod']);
  });

  it('wants the lowest pay beside the highest', () => {
    expect(read({ title: '焊工', payMax: '8000' }).issues).toEqual([
      { field: 'payMin', reason: 'INPUT_REQUIRED' },
    ]);
  });
});
