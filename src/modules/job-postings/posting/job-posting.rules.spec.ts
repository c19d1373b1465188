import { jobPostingMachine } from './job-posting.machine.js';
import {
  fingerprint,
  materialChanges,
  missingElements,
  monthlyPayFen,
  staysOnRecord,
  namesSameEmployer,
  type PostingContent,
} from './job-posting.rules.js';

const complete: PostingContent = {
  organisationId: 'o',
  title: '操作工',
  headcount: 3,
  engagementType: 'FULL_TIME',
  duties: '装配',
  conditions: '初中以上',
  workConditions: '两班倒',
  regionId: 'r',
  payMinFen: 500_000n,
  payPeriod: 'MONTH',
  validThrough: '2026-12-31',
};

describe('missingElements', () => {
  it('finds nothing missing in a complete posting', () => {
    expect(missingElements(complete)).toEqual([]);
  });

  it.each([
    [{ organisationId: null }, 'employer'],
    [{ headcount: null }, 'headcount'],
    [{ engagementType: null }, 'engagementType'],
    [{ duties: null }, 'duties'],
    [{ conditions: null }, 'conditions'],
    [{ workConditions: null }, 'workConditions'],
    [{ regionId: null }, 'region'],
    [{ payMinFen: null }, 'pay'],
    [{ payPeriod: null }, 'pay'],
    [{ validThrough: null }, 'validThrough'],
  ])('names what %j lacks', (change, element) => {
    expect(missingElements({ ...complete, ...change })).toEqual([element]);
  });
});

describe('materialChanges', () => {
  it('counts pay and place, not benefits, and takes absent and null for the same', () => {
    const before = { payMinFen: 500_000n, benefits: ['a'], address: undefined };
    expect(
      materialChanges(before, { payMinFen: 400_000n, benefits: ['b'], address: null }),
    ).toEqual(['payMinFen']);
  });
});

describe('monthlyPayFen', () => {
  it('makes pay of different periods comparable', () => {
    expect(monthlyPayFen(600_000n, 'MONTH')).toBe(600_000n);
    expect(monthlyPayFen(12_000_000n, 'YEAR')).toBe(1_000_000n);
    expect(monthlyPayFen(30_000n, 'DAY')).toBe(652_500n);
    expect(monthlyPayFen(2_000n, 'HOUR')).toBe(348_000n);
    expect(monthlyPayFen(50n, 'PIECE')).toBeNull();
  });
});

describe('fingerprint', () => {
  it('is the same for the same posting written differently and another for another', () => {
    const posting = {
      employer: '示例（苏州）电子',
      title: 'CNC 操作工',
      place: '吴中区',
      duties: '操作。',
    };
    const written = {
      ...posting,
      employer: '示例(苏州)电子 ',
      title: 'ＣＮＣ操作工',
      duties: '操作',
    };
    expect(fingerprint(written)).toBe(fingerprint(posting));
    expect(fingerprint({ ...posting, place: '相城区' })).not.toBe(fingerprint(posting));
  });

  it('compares employers by name', () => {
    expect(namesSameEmployer('示例（苏州）电子', '示例(苏州)电子')).toBe(true);
    expect(namesSameEmployer('示例电子', '示例精工')).toBe(false);
    expect(namesSameEmployer(null, '示例精工')).toBe(false);
  });
});

describe('staysOnRecord', () => {
  const fresh = { publishedAt: null, source: null };
  it.each([
    ['a fresh draft', fresh, false, false],
    ['a draft the bureau has seen', fresh, true, true],
    ['what was public', { ...fresh, publishedAt: new Date(0) }, false, true],
    ['what came from a source', { ...fresh, source: {} }, false, true],
  ])('says of %s', (_, posting, wasReviewed, stays) => {
    expect(staysOnRecord(posting, wasReviewed)).toBe(stays);
  });
});

describe('jobPostingMachine', () => {
  it('lets each party do its own in each state and nothing else', () => {
    expect(jobPostingMachine.available('DRAFT', 'EMPLOYER')).toEqual(['submit']);
    expect(jobPostingMachine.available('IN_REVIEW', 'BUREAU')).toEqual([
      'return',
      'approve',
      'schedule',
      'remove',
    ]);
    expect(jobPostingMachine.available('PUBLISHED', 'EMPLOYER')).toEqual([
      'revise',
      'pause',
      'stop',
    ]);
    expect(jobPostingMachine.available('CLOSED', 'EMPLOYER')).toEqual([]);
    expect(jobPostingMachine.available('CLOSED', 'PLATFORM')).toEqual(['reopen']);
  });
});
