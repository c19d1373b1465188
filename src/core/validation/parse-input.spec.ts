import { z } from 'zod';
import { DomainError, inputErrors } from '../errors/index.js';
import { optionalText, parseInput, recordId, refuse, text } from './index.js';

function refusal(
  schema: z.ZodType,
  input: unknown,
): Pick<DomainError, 'code' | 'field' | 'params'> {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, field: error.field, params: error.params };
  }
  throw new Error('The input was accepted');
}

const named = z.object({ name: text({ min: 2, max: 5 }) });

describe('parseInput', () => {
  it('returns the normalised input', () => {
    expect(parseInput(named, { name: '  Cafe\u0301 ' })).toEqual({ name: 'Café' });
  });

  it.each([
    ['a missing value', undefined, 'INPUT_REQUIRED', {}],
    ['a blank text', ' \t ', 'INPUT_REQUIRED', {}],
    ['a wrong type', 7, 'INPUT_MALFORMED', {}],
    ['a short text', 'a', 'INPUT_TOO_SHORT', { min: 2 }],
    ['a long text', 'abcdef', 'INPUT_TOO_LONG', { max: 5 }],
    ['a control character', 'a\u0007b', 'INPUT_CONTROL_CHARACTERS', {}],
    ['a line break in one line', 'a\nb', 'INPUT_CONTROL_CHARACTERS', {}],
    ['a direction override', 'ab\u202Ec', 'INPUT_CONTROL_CHARACTERS', {}],
    ['a lone surrogate', 'ab\uD800', 'INPUT_MALFORMED', {}],
  ])('refuses %s and names the field', (_, name, code, params) => {
    expect(refusal(named, { name })).toEqual({ code, field: ['name'], params });
  });

  it('counts code points, so five emoji fit five characters', () => {
    expect(parseInput(named, { name: '😀😀😀😀😀' })).toEqual({ name: '😀😀😀😀😀' });
    expect(refusal(named, { name: '😀😀😀😀😀😀' }).code).toBe('INPUT_TOO_LONG');
  });

  it('keeps line breaks where they are allowed and unifies them', () => {
    const schema = z.object({ notes: text({ max: 20, multiline: true }) });
    expect(parseInput(schema, { notes: 'one\r\ntwo' })).toEqual({ notes: 'one\ntwo' });
    expect(refusal(schema, { notes: 'one\u0000two' }).code).toBe('INPUT_CONTROL_CHARACTERS');
  });

  it('names the path of a value within lists', () => {
    const schema = z.object({ skills: z.array(z.object({ level: z.int().min(1).max(5) })).max(2) });
    expect(refusal(schema, { skills: [{ level: 1 }, { level: 9 }] })).toEqual({
      code: 'INPUT_OUT_OF_RANGE',
      field: ['skills', '1', 'level'],
      params: { min: 1, max: 5 },
    });
    expect(refusal(schema, { skills: [{ level: 1 }, { level: 1 }, { level: 1 }] })).toEqual({
      code: 'INPUT_TOO_MANY',
      field: ['skills'],
      params: { max: 2 },
    });
  });

  it('says both bounds of a number that is optional', () => {
    const schema = z.object({ headcount: z.int().min(1).max(9999).nullish() });
    expect(refusal(schema, { headcount: 0 }).params).toEqual({ min: 1, max: 9999 });
  });

  it('refuses a text that is no UUID and lowers one that is', () => {
    const schema = z.object({ id: recordId() });
    expect(refusal(schema, { id: '12' }).code).toBe('INPUT_MALFORMED');
    expect(parseInput(schema, { id: '0199D0C4-0000-7000-8000-000000000001' }).id).toBe(
      '0199d0c4-0000-7000-8000-000000000001',
    );
  });

  it('throws the catalogued error a check names, at the path it names', () => {
    const schema = z.object({ from: z.int(), to: z.int() }).check((context) => {
      if (context.value.from > context.value.to)
        refuse(context, inputErrors.TOO_MANY, { params: { max: 3 }, path: ['to'] });
    });
    expect(refusal(schema, { from: 2, to: 1 })).toEqual({
      code: 'INPUT_TOO_MANY',
      field: ['to'],
      params: { max: 3 },
    });
  });
});

describe('optionalText', () => {
  const schema = z.object({ motto: optionalText({ max: 3 }) });

  it.each([
    [{}, {}],
    [{ motto: null }, { motto: null }],
    [{ motto: '   ' }, { motto: null }],
    [{ motto: ' ab ' }, { motto: 'ab' }],
  ])('reads %j as %j', (input, output) => {
    expect(parseInput(schema, input)).toEqual(output);
  });

  it('refuses what text refuses', () => {
    expect(refusal(schema, { motto: 'abcd' }).code).toBe('INPUT_TOO_LONG');
    expect(refusal(schema, { motto: '\uDC00' }).code).toBe('INPUT_MALFORMED');
  });
});
