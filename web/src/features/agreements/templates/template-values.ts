import type { AgreementTemplateQuery } from '@/graphql/generated/features/agreements/templates/templates';
import type { ClauseValue } from '../drafting/clauses';

export type ShownTemplate = NonNullable<AgreementTemplateQuery['agreementTemplate']>;
type Variable = ShownTemplate['variables'][number];

/** A template as its form has it. */
export interface TemplateValues {
  readonly name: string;
  readonly kind: string;
  readonly note?: string;
  readonly content: {
    readonly title: string;
    readonly clauses: readonly ClauseValue[];
    readonly variables?: readonly Partial<Variable>[];
  };
}

export function valuesOf({ name, kind, title, clauses, variables }: ShownTemplate): TemplateValues {
  return { name, kind: kind.code, content: { title, clauses, variables } };
}

/** As the API takes it. */
export function templateContent({ title, clauses, variables = [] }: TemplateValues['content']) {
  return {
    title,
    clauses: clauses.map(({ heading, body }) => ({
      heading: heading?.trim() ? heading : null,
      body,
    })),
    variables: variables.map(({ name, label, kind, isRequired, maxLength }) => ({
      name: name ?? '',
      label: label ?? '',
      kind: kind ?? ('TEXT' as const),
      isRequired: isRequired ?? false,
      maxLength: kind === undefined || kind === 'TEXT' ? (maxLength ?? null) : null,
    })),
  };
}
