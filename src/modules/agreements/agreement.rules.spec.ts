import { agreementMachine } from './agreement.machine.js';
import {
  agreementNumber,
  checkTerm,
  contentHash,
  type AgreementContent,
} from './agreement.rules.js';

const content: AgreementContent = {
  agreementNumber: 'XQ-2026-000001',
  form: 'ORDER_CLASS',
  collegeId: 'c',
  enterpriseId: 'e',
  title: '订单班',
  terms: '甲方……',
  promisedStudents: 40,
  startsOn: '2026-12-01',
  endsOn: '2028-11-30',
};

describe('contentHash', () => {
  it.each(Object.keys(content) as (keyof AgreementContent)[])('changes with %s', (field) => {
    const value = content[field];
    const changed = {
      ...content,
      [field]: typeof value === 'number' ? value + 1 : `${value ?? ''}x`,
    };
    expect(contentHash(changed)).not.toBe(contentHash(content));
  });

  it('does not let text move from one field into the next', () => {
    const moved = { ...content, title: '订单', terms: '班甲方……' };
    expect(contentHash(moved)).not.toBe(contentHash(content));
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
  it('carries year and running number', () => {
    expect(agreementNumber('2026-11-22', 42n)).toBe('XQ-2026-000042');
  });
});

describe('agreementMachine', () => {
  it('lets nobody change or cancel what both have signed', () => {
    expect(agreementMachine.available('SIGNED', 'PARTY')).toEqual(['terminate']);
    expect(agreementMachine.available('EFFECTIVE', 'DRAFTER')).toEqual([]);
    expect(agreementMachine.isFinal('TERMINATED')).toBe(true);
  });
});
