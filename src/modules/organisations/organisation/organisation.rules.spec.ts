import { DomainError } from '../../../core/errors/index.js';
import {
  ACCOUNT_CLASSES,
  changedFields,
  checkParticulars,
  foldText,
  isMaterial,
  searchable,
  type Particulars,
} from './organisation.rules.js';

const enterprise: Particulars = {
  kind: 'ENTERPRISE',
  accountClass: 'OWN_HIRING',
  hrServiceLicence: null,
  collegeId: null,
  annualGraduateIntakeMin: null,
  annualGraduateIntakeMax: null,
};

function refusal(
  particulars: Particulars,
  at?: readonly string[],
): [string, readonly string[] | null] {
  try {
    checkParticulars(particulars, at);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field];
    throw error;
  }
  throw new Error('The particulars were accepted');
}

describe('particulars of an organisation', () => {
  it('accepts an enterprise that hires for itself', () => {
    expect(checkParticulars(enterprise)).toBeUndefined();
  });

  it.each([
    [
      'an enterprise as an agency',
      { accountClass: 'OPERATING_AGENCY' as const },
      'ORGANISATION_CLASS_NOT_FOR_KIND',
      'accountClass',
    ],
    [
      'an agency without a licence',
      { kind: 'HR_AGENCY' as const, accountClass: 'OPERATING_AGENCY' as const },
      'ORGANISATION_LICENCE_REQUIRED',
      'hrServiceLicence',
    ],
    [
      'an enterprise with a college code',
      { collegeId: 'c' },
      'ORGANISATION_COLLEGE_NOT_FOR_KIND',
      'collegeCode',
    ],
    [
      'an intake upside down',
      { annualGraduateIntakeMin: 2, annualGraduateIntakeMax: 1 },
      'ORGANISATION_INTAKE_UPSIDE_DOWN',
      'annualGraduateIntakeMax',
    ],
  ])('refuses %s', (_, overrides, code, field) => {
    expect(refusal({ ...enterprise, ...overrides })).toEqual([code, [field]]);
    expect(refusal({ ...enterprise, ...overrides }, ['changes'])).toEqual([
      code,
      ['changes', field],
    ]);
  });

  it('lets nobody but agencies, bases and training bodies recruit for profit', () => {
    const profit = Object.entries(ACCOUNT_CLASSES)
      .filter(([, classes]) => classes.includes('OPERATING_AGENCY'))
      .map(([kind]) => kind);
    expect(profit).toEqual(['LABOUR_BASE', 'HR_AGENCY', 'TRAINING_BODY']);
  });
});

describe('changes', () => {
  const before = { name: '甲', address: null, website: 'https://a.cn' };

  it('names only what really differs', () => {
    expect(changedFields(before, { name: '甲', address: '一号', website: null })).toEqual([
      'address',
      'website',
    ]);
  });

  it('takes what is left out as unchanged and clearing what is empty as no change', () => {
    expect(changedFields(before, { name: undefined, address: null })).toEqual([]);
  });

  it.each([
    [['name'], true],
    [['unifiedSocialCreditCode'], true],
    [['accountClass'], true],
    [['hrServiceLicence'], true],
    [['address', 'regionId'], true],
    [['address', 'website', 'description'], false],
  ])('holds %j to be material: %s', (fields, expected) => {
    expect(isMaterial(fields)).toBe(expected);
  });
});

describe('searching by name', () => {
  it('finds a name by characters, pinyin and initials', () => {
    expect(searchable('苏州精密 ABC（集团）')).toEqual({
      namePinyin: 'suzhoujingmiabcjituan',
      searchText: '苏州精密abc集团 suzhoujingmiabcjituan szjmajt',
    });
  });

  it('folds what people type', () => {
    expect(foldText(' ＡＢＣ·苏州 ')).toBe('abc苏州');
  });
});
