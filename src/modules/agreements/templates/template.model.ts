import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ConnectionOf,
  DateTimeScalar,
  Node,
  Payload,
  UserError,
} from '../../../core/graphql/index.js';
import { VARIABLE_KINDS, type VariableKind } from './template.rules.js';

export const TemplateVariableKind = Object.fromEntries(
  VARIABLE_KINDS.map((kind) => [kind, kind]),
) as { readonly [Kind in VariableKind]: Kind };

registerEnumType(TemplateVariableKind, {
  name: 'AgreementTemplateVariableKind',
  description: 'What a gap of a template takes.',
  valuesMap: {
    TEXT: { description: 'Words, in one line.' },
    NUMBER: { description: 'A number with at most four decimals.' },
    DATE: { description: 'A day.' },
    MONEY: { description: 'An amount in yuan.' },
  },
});

@ObjectType({ description: 'A clause of a template; its gaps are written as {{name}}.' })
export class AgreementTemplateClause {
  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Heading; empty where it has none.' })
  heading!: string;

  @Field(() => String, { description: 'What it says.' })
  body!: string;
}

@ObjectType({ description: 'A gap of a template that whoever drafts from it fills in.' })
export class AgreementTemplateVariable {
  @Field(() => String, { description: 'Its name in the text.' })
  name!: string;

  @Field(() => String, { description: 'How it is asked for.' })
  label!: string;

  @Field(() => TemplateVariableKind, { description: 'What it takes.' })
  kind!: VariableKind;

  @Field(() => Boolean, { description: 'Whether it must be filled in.' })
  isRequired!: boolean;

  @Field(() => Int, { nullable: true, description: 'Most characters of a text; else null.' })
  maxLength!: number | null;
}

@ObjectType({ description: 'A gap that the platform fills in.' })
export class AgreementTemplateGap {
  @Field(() => String, { description: 'Its name in the text.' })
  name!: string;

  @Field(() => String, { description: 'What it stands for, in the language of the request.' })
  label!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A text with gaps to draft agreements of a kind from, as one of its versions has it.',
})
export class AgreementTemplate extends Node {
  organisationId!: string | null;

  kindCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the sub-kind it is for; null for any.',
  })
  subKind!: string | null;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { description: 'Number of the version shown.' })
  versionNumber!: number;

  @Field(() => String, { description: 'Title of agreements drafted from it; may have gaps.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What the version changed, where said.' })
  note!: string | null;

  @Field(() => [AgreementTemplateClause], { description: 'Its clauses, at most 100.' })
  clauses!: AgreementTemplateClause[];

  @Field(() => [AgreementTemplateVariable], { description: 'What it asks for, at most 40.' })
  variables!: AgreementTemplateVariable[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was archived.' })
  archivedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the version was made; null for one of the platform.',
  })
  madeAt!: Date | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;
}

@ObjectType({ description: 'A page of templates.' })
export class AgreementTemplateConnection extends ConnectionOf(AgreementTemplate) {}

@ObjectType({ description: 'A template after a step.' })
export class AgreementTemplatePayload extends Payload {
  @Field(() => AgreementTemplate, {
    nullable: true,
    description: 'The template; null when refused.',
  })
  agreementTemplate?: AgreementTemplate | null;
}

@ObjectType({ description: 'A clause with its gaps filled.' })
export class AgreementFilledClause {
  @Field(() => String, { description: 'Heading; empty where it has none.' })
  heading!: string;

  @Field(() => String, { description: 'What it says.' })
  body!: string;
}

@ObjectType({
  description: 'A template with its gaps filled; what is missing or wrong stays blank.',
})
export class AgreementTemplateText {
  @Field(() => ID, { description: 'The template.' })
  templateId!: string;

  @Field(() => Int, { description: 'The version that was filled.' })
  versionNumber!: number;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => [AgreementFilledClause], { description: 'The clauses, at most 100.' })
  clauses!: AgreementFilledClause[];

  @Field(() => [UserError], {
    description:
      'What is missing or wrong, at most 60; `field` is `values` and the name of the gap. None: it can be used.',
  })
  problems!: UserError[];
}
