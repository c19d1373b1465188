import { AGREEMENT_KINDS, kindOf } from '../agreement-kinds.js';
import { BUILT_IN_TEMPLATES } from './built-in-templates.js';
import { builtInGaps, checkContent, fillGaps, wordsOf } from './template.rules.js';

const KIND = kindOf('SCHOOL_ENTERPRISE');
const GAPS = /\{\{\s*([^{}\s]+)\s*\}\}/g;
const clause = (body: string) => ({
  title: '合作协议',
  variables: [],
  clauses: [{ heading: '', body }],
});
const variable = (kind: 'TEXT' | 'NUMBER' | 'DATE' | 'MONEY', isRequired = true) => ({
  name: '岗位',
  label: '岗位',
  kind,
  isRequired,
  maxLength: kind === 'TEXT' ? 5 : null,
});

describe('the templates of the platform', () => {
  it('are one for each kind and sub-kind', () => {
    const wanted = AGREEMENT_KINDS.flatMap(({ code, forms }) =>
      forms.length === 0 ? [`${code}/`] : forms.map((form) => `${code}/${form.code}`),
    );
    expect(
      BUILT_IN_TEMPLATES.map(({ kindCode, subKind }) => `${kindCode}/${subKind ?? ''}`),
    ).toEqual(wanted);
    expect(new Set(BUILT_IN_TEMPLATES.map(({ id }) => id)).size).toBe(wanted.length);
  });

  it.each(BUILT_IN_TEMPLATES.map((template) => [template.names.en, template] as const))(
    '%s asks for nothing it does not use, and names its parties and its term',
    (_, { kindCode, title, clauses, variables }) => {
      const text = [title, ...clauses.flatMap(({ heading, body }) => [heading, body])].join('\n');
      const used = new Set([...text.matchAll(GAPS)].map(([, name]) => name));
      expect(variables.filter(({ name }) => !used.has(name))).toEqual([]);
      const needed = kindOf(kindCode).parties.filter(({ min }) => min > 0);
      expect([...used]).toEqual(
        expect.arrayContaining([...needed.map(({ role }) => role), 'STARTS_ON', 'ENDS_ON']),
      );
    },
  );
});

describe('gaps', () => {
  it('are those of the kind and those that are described', () => {
    expect(builtInGaps(KIND)).toEqual(['COLLEGE', 'ENTERPRISE', 'STARTS_ON', 'ENDS_ON']);
    expect(() => checkContent(KIND, clause('{{COLLEGE}}与{{ ENDS_ON }}'), [])).not.toThrow();
  });

  it.each([
    ['unknown', clause('由{{食堂}}提供'), 'GAP_UNKNOWN', 'clauses.0.body'],
    ['of another kind', clause('{{STUDENT}}'), 'GAP_UNKNOWN', 'clauses.0.body'],
    ['broken', clause('由{{COLLEGE}提供'), 'GAP_BROKEN', 'clauses.0.body'],
    ['in the title', { ...clause('正文'), title: '{{无}}' }, 'TITLE_GAP', 'title'],
    [
      'with a reserved name',
      { ...clause('正文'), variables: [{ ...variable('TEXT'), name: 'COLLEGE' }] },
      'VARIABLE_NAME',
      'variables.0.name',
    ],
    [
      'with a name of signs',
      { ...clause('正文'), variables: [{ ...variable('TEXT'), name: '岗 位' }] },
      'VARIABLE_NAME',
      'variables.0.name',
    ],
    [
      'with a name used twice',
      { ...clause('正文'), variables: [variable('TEXT'), variable('DATE')] },
      'VARIABLE_NAME',
      'variables.1.name',
    ],
  ])('are refused when they are %s', (_, content, reason, at) => {
    expect(() => checkContent(KIND, content, ['content'])).toThrow(
      expect.objectContaining({
        code: `AGREEMENT_TEMPLATE_${reason}`,
        field: ['content', ...at.split('.')],
      }),
    );
  });

  it('are filled in one pass, so that a value is never a gap', () => {
    const values = new Map([
      ['甲', '{{乙}}'],
      ['乙', '二'],
    ]);
    expect(fillGaps('{{甲}}、{{ 乙 }}、{{丙}}', values)).toBe('{{乙}}、二、＿＿＿＿');
  });

  it.each([
    ['TEXT', ' 装配工 ', '装配工'],
    ['TEXT', '六个字的岗位', null],
    ['TEXT', '装\n配', null],
    ['NUMBER', '12.5', '12.5'],
    ['NUMBER', '十二', null],
    ['MONEY', '4800.5', '4800.5元'],
    ['MONEY', '-1', null],
    ['DATE', '2027-09-01', '2027年9月1日'],
    ['DATE', '2027-02-30', null],
    ['DATE', '', null],
  ] as const)('take of a %s %j as %j', (kind, value, words) => {
    expect(wordsOf(variable(kind), value)).toBe(words);
  });

  it('that may be left out are struck through', () => {
    expect(wordsOf(variable('NUMBER', false), ' ')).toBe('／');
  });
});
