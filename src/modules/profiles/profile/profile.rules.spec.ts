import {
  completeness,
  experienceYears,
  highestEducation,
  missingSteps,
  withoutContacts,
} from './profile.rules.js';

const EMPTY = {
  fullName: null,
  homeRegionId: null,
  educationCount: 0,
  skillCount: 0,
  intentionCount: 0,
};
const WHOLE = {
  fullName: '王芳',
  homeRegionId: 'r',
  educationCount: 1,
  skillCount: 1,
  intentionCount: 1,
};

describe('completeness', () => {
  it('names what is missing in the order to do it', () => {
    expect(completeness(EMPTY)).toEqual({
      isComplete: false,
      share: 0,
      missing: ['NAME', 'HOME_REGION', 'INTENTIONS', 'EDUCATION', 'SKILLS'],
    });
    expect(completeness(WHOLE)).toEqual({ isComplete: true, share: 1, missing: [] });
    expect(missingSteps({ ...WHOLE, skillCount: 0 })).toEqual(['SKILLS']);
    expect(completeness({ ...WHOLE, homeRegionId: null }).share).toBe(0.8);
  });
});

describe('the highest education', () => {
  it('is the one of the highest rank, of equal ones the later', () => {
    const entry = (name: string, rank: number | null) => ({ name, rank });
    expect(highestEducation([entry('a', 50), entry('b', 60), entry('c', 40)])?.name).toBe('b');
    expect(highestEducation([entry('a', 50), entry('b', 50)])?.name).toBe('b');
    expect(highestEducation([entry('a', null), entry('b', 0)])).toBeNull();
  });
});

describe('years of experience', () => {
  const years = (...spans: [string | null, string | null][]) =>
    experienceYears(
      spans.map(([startedOn, endedOn]) => ({ startedOn, endedOn })),
      '2026-11-22',
    );
  it.each([
    ['nothing', [], null],
    ['an entry without a beginning', [[null, '2020-01-01']], null],
    ['a year', [['2024-01-01', '2024-12-31']], 1],
    ['eleven months', [['2024-01-01', '2024-11-30']], 0],
    ['work that goes on', [['2024-12-01', null]], 2],
    ['an end that lies ahead', [['2024-12-01', '2030-01-01']], 2],
    [
      'two that overlap',
      [
        ['2020-01-01', '2021-12-31'],
        ['2021-01-01', '2022-12-31'],
      ],
      3,
    ],
    [
      'one inside another',
      [
        ['2020-01-01', '2023-12-31'],
        ['2021-01-01', '2021-12-31'],
      ],
      4,
    ],
    [
      'a gap between',
      [
        ['2020-01-01', '2020-06-30'],
        ['2022-01-01', '2022-06-30'],
      ],
      1,
    ],
    ['a life of work', [['1950-01-01', null]], 60],
  ] as [string, [string | null, string | null][], number | null][])(
    'of %s',
    (_, spans, expected) => {
      expect(years(...spans)).toBe(expected);
    },
  );
});

describe('text for strangers', () => {
  it.each([
    ['请联系 13812345678 或 138-1234-5678', '请联系 **** 或 ****'],
    ['电话+86 13812345678', '电话****'],
    ['mail: wang.fang+job@example.com.cn。', 'mail: ****。'],
    ['微信：wangfang_88', '微信：****'],
    ['QQ 12345678', 'QQ ****'],
    ['0512-66668888', '****'],
    ['2019年至2023年在苏州工作，持有 3 张证书', '2019年至2023年在苏州工作，持有 3 张证书'],
  ])('%j reads %j', (text, shown) => {
    expect(withoutContacts(text)).toBe(shown);
  });
});
