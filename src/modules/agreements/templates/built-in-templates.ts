import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Locale } from '../../../core/context/index.js';
import { kindOf } from '../agreement-kinds.js';
import type { AgreementTemplate } from './template.model.js';
import { checkContent, VARIABLE_KINDS, type TemplateVariable } from './template.rules.js';

const label = z.strictObject({ 'zh-CN': z.string().min(2), en: z.string().min(2) });
const template = z.strictObject({
  /** Stays the same: versions of agreements name it. */
  id: z.uuid(),
  kind: z.string(),
  form: z.string().nullable(),
  /** Rises with each change of the text. */
  versionNumber: z.int().min(1),
  name: label,
  /** Rules the text follows. */
  source: z.string().min(2),
  title: z.string().min(2),
  variables: z.array(
    z.strictObject({
      name: z.string(),
      label,
      kind: z.enum(VARIABLE_KINDS),
      isRequired: z.boolean().default(true),
      maxLength: z.int().nullable().default(null),
    }),
  ),
  clauses: z
    .array(z.tuple([z.string().min(1), z.string().min(1)]))
    .min(6)
    .max(10),
});

const { templates } = z
  .strictObject({ templates: z.array(template) })
  .parse(JSON.parse(readFileSync(new URL('built-in-templates.json', import.meta.url), 'utf8')));

type Label = z.output<typeof label>;
type Variable = z.output<typeof template>['variables'][number];

export interface BuiltInTemplate extends Omit<AgreementTemplate, 'name' | 'variables'> {
  readonly names: Label;
  readonly variables: readonly Variable[];
}

/** Templates that every organisation can draft from or copy: data, checked at start. */
export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = templates.map(
  ({ id, kind, form, name, clauses, variables, versionNumber, title, source }) => {
    const content = {
      title,
      clauses: clauses.map(([heading, body], index) => ({ position: index + 1, heading, body })),
    };
    checkContent(kindOf(kind), { ...content, variables: variables.map(inLanguage('zh-CN')) }, [
      name['zh-CN'],
    ]);
    const rest = { archivedAt: null, madeAt: null, version: 1, organisationId: null };
    return {
      id,
      kindCode: kind,
      subKind: form,
      names: name,
      versionNumber,
      note: source,
      variables,
      ...content,
      ...rest,
    };
  },
);

/** As it is asked for in a language. */
export function inLanguage(locale: Locale): (variable: Variable) => TemplateVariable {
  return (variable) => ({ ...variable, label: variable.label[locale] });
}
