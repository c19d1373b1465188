import type { AgreementKindRules } from '../agreement-kinds.js';
import { templateErrors } from './template.errors.js';

export const VARIABLE_KINDS = ['TEXT', 'NUMBER', 'DATE', 'MONEY'] as const;
export type VariableKind = (typeof VARIABLE_KINDS)[number];

export interface TemplateVariable {
  readonly name: string;
  readonly label: string;
  readonly kind: VariableKind;
  readonly isRequired: boolean;
  /** Of a TEXT. */
  readonly maxLength: number | null;
}

export interface TemplateContent {
  readonly title: string;
  readonly clauses: readonly { readonly heading: string; readonly body: string }[];
  readonly variables: readonly TemplateVariable[];
}

/** First and last day of the term, which the agreement itself says. */
export const TERM_GAPS = ['STARTS_ON', 'ENDS_ON'] as const;
const GAP = /\{\{\s*([^{}\s]{1,60})\s*\}\}/g;
const NAME = /^\p{L}[\p{L}\p{N}_]{0,29}$/u;
/** What stands where nothing is filled in: optional and left out, and not known yet. */
const LEFT_OUT = '／';
const BLANK = '＿＿＿＿';

/** Gaps the platform fills: the names of the parties by their role, and the term. */
export function builtInGaps({ parties }: Pick<AgreementKindRules, 'parties'>): string[] {
  return [...parties.map(({ role }) => role), ...TERM_GAPS];
}

/** Refuses gaps that nobody is asked for, naming where, and names that cannot be used. */
export function checkContent(
  kind: AgreementKindRules,
  { title, clauses, variables }: TemplateContent,
  field: readonly string[],
): void {
  const builtIn = builtInGaps(kind);
  const known = new Set(builtIn);
  for (const [index, { name }] of variables.entries()) {
    if (!NAME.test(name) || known.has(name)) {
      throw templateErrors.VARIABLE_NAME({
        field: [...field, 'variables', String(index), 'name'],
      });
    }
    known.add(name);
  }
  if (gapFault(title, known) !== null) {
    throw templateErrors.TITLE_GAP({ field: [...field, 'title'] });
  }
  for (const [index, clause] of clauses.entries())
    for (const part of ['heading', 'body'] as const) {
      const fault = gapFault(clause[part], known);
      if (fault === null) continue;
      throw templateErrors[fault]({
        field: [...field, 'clauses', String(index), part],
        params: { clause: index + 1 },
      });
    }
}

function gapFault(text: string, known: ReadonlySet<string>): 'GAP_UNKNOWN' | 'GAP_BROKEN' | null {
  for (const [, name = ''] of text.matchAll(GAP)) if (!known.has(name)) return 'GAP_UNKNOWN';
  return /\{\{|\}\}/.test(text.replaceAll(GAP, '')) ? 'GAP_BROKEN' : null;
}

/** A text with its gaps filled, in one pass; what has no value stays blank. */
export function fillGaps(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(GAP, (_, name: string) => values.get(name) ?? BLANK);
}

/** How a value stands in the text; null when it is not of the kind. */
export function wordsOf(variable: TemplateVariable, given: string): string | null {
  const value = given.normalize('NFC').trim();
  if (value === '') return variable.isRequired ? null : LEFT_OUT;
  switch (variable.kind) {
    case 'TEXT':
      return [...value].length <= (variable.maxLength ?? 200) && !/\p{Cc}/u.test(value)
        ? value
        : null;
    case 'NUMBER':
      return /^\d{1,12}(\.\d{1,4})?$/.test(value) ? value : null;
    case 'MONEY':
      return /^\d{1,12}(\.\d{1,2})?$/.test(value) ? `${value}元` : null;
    case 'DATE':
      return dayInWords(value);
  }
}

/** 2026-09-01 as 2026年9月1日; null for what is no day. */
export function dayInWords(value: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const date = new Date(`${value}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return isDay && year !== '' ? `${year}年${Number(month)}月${Number(day)}日` : null;
}
