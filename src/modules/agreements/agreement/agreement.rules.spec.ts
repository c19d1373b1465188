import { createHash } from 'node:crypto';
import { agreementMachine } from './agreement.machine.js';
import {
  agreementNumber,
  checkTerm,
  contentHash,
  termsOf,
  type AgreementContent,
} from './agreement.rules.js';

const PARTY = { role: 'COLLEGE', organisationId: 'c', accountId: null, name: '甲学院' };
const content: AgreementContent = {
  agreementNumber: 'XQ-2026-000001',
  kind: 'SCHOOL_ENTERPRISE',
  form: 'ORDER_CLASS',
  title: '订单班',
  startsOn: '2026-12-01',
  endsOn: '2028-11-30',
  promisedStudents: 40,
  parties: [PARTY, { role: 'ENTERPRISE', organisationId: 'e', accountId: null, name: '乙公司' }],
  clauses: [{ heading: '目的', body: '甲方……' }],
  annexes: [],
};

describe('contentHash', () => {
  it.each([
    { agreementNumber: 'XQ-2026-000002' },
    { kind: 'OTHER' },
    { form: null },
    { title: '订单班二' },
    { startsOn: '2026-12-02' },
    { endsOn: '2028-12-01' },
    { promisedStudents: null },
    { parties: [PARTY, PARTY] },
    { parties: content.parties.map((party) => ({ ...party, name: '丙' })) },
    { parties: content.parties.map((party) => ({ ...party, role: 'STUDENT' })) },
    { clauses: [{ heading: '目的', body: '甲方…' }] },
    { clauses: [{ heading: '目的甲', body: '方……' }] },
    { clauses: [...content.clauses, { heading: '', body: '附则' }] },
    { annexes: [{ title: '清单', sha256: 'a' }] },
  ])('changes with %j', (change) => {
    expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content));
  });

  it('is the SHA-256 of one list, which whoever verifies can write down again', () => {
    const list =
      '[2,"XQ-2026-000001","SCHOOL_ENTERPRISE","ORDER_CLASS","订单班","2026-12-01","2028-11-30",40,' +
      '[["COLLEGE","c","甲学院"],["ENTERPRISE","e","乙公司"]],[["目的","甲方……"]],[]]';
    expect(contentHash(content)).toBe(createHash('sha256').update(list).digest('hex'));
  });
});

describe('termsOf', () => {
  it('sets headings above their clauses and nothing where there is none', () => {
    expect(
      termsOf([
        { heading: '目的', body: '甲' },
        { heading: '', body: '乙' },
      ]),
    ).toBe('目的\n甲\n\n乙');
  });
});

describe('checkTerm', () => {
  it('takes a term that ends today and refuses one that ended or is upside down', () => {
    expect(() =>
      checkTerm({ startsOn: '2026-01-01', endsOn: '2026-11-22' }, '2026-11-22', []),
    ).not.toThrow();
    expect(() =>
      checkTerm({ startsOn: '2026-01-01', endsOn: '2026-11-21' }, '2026-11-22', []),
    ).toThrow('AGREEMENT_ENDS_IN_PAST');
    expect(() =>
      checkTerm({ startsOn: '2027-01-02', endsOn: '2027-01-01' }, '2026-11-22', []),
    ).toThrow('AGREEMENT_DATES_UPSIDE_DOWN');
  });
});

describe('agreementNumber', () => {
  it('carries kind, year and running number', () => {
    expect(agreementNumber('LW', '2026-11-22', 42n)).toBe('LW-2026-000042');
  });
});

describe('agreementMachine', () => {
  it('lets nobody change or cancel what all have signed', () => {
    expect(agreementMachine.available('SIGNED', 'PARTY')).toEqual(['terminate']);
    expect(agreementMachine.available('EFFECTIVE', 'DRAFTER')).toEqual([]);
    expect(agreementMachine.isFinal('TERMINATED')).toBe(true);
  });
});
