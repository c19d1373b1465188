import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Locale } from '../../../core/context/index.js';
import type { AgreementKindRules } from '../agreement-kinds.js';

@ObjectType({ description: 'A sub-kind of agreements.' })
export class AgreementSubKind {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  name!: string;

  @Field(() => String, { description: 'What it is, in a few words.' })
  summary!: string;
}

@ObjectType({ description: 'A role that parties of a kind of agreements have.' })
export class AgreementKindRole {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  name!: string;

  @Field(() => [String], {
    description: 'Kinds of organisations that may be it, at most 20; none: it is a person.',
  })
  organisationKinds!: string[];

  @Field(() => Int, { description: 'Fewest parties in it.' })
  minimum!: number;

  @Field(() => Int, { description: 'Most parties in it.' })
  maximum!: number;

  @Field(() => Boolean, { description: 'Whether a party in it may draw such agreements up.' })
  mayDraft!: boolean;
}

@ObjectType({
  description: 'A kind of agreements: who is party, who signs in which order, and how.',
})
export class AgreementKind {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  name!: string;

  @Field(() => String, { description: 'What it is for, in one sentence.' })
  summary!: string;

  @Field(() => Boolean, { description: 'Whether it says how a student works and is paid.' })
  hasInternship!: boolean;

  @Field(() => Boolean, {
    description: 'Whether an enterprise promises in it how many students it takes a year.',
  })
  hasPromisedStudents!: boolean;

  @Field(() => [AgreementSubKind], { description: 'Its sub-kinds, at most 20.' })
  subKinds!: AgreementSubKind[];

  @Field(() => [AgreementKindRole], { description: 'Roles of its parties, at most 10.' })
  roles!: AgreementKindRole[];

  @Field(() => Int, { description: 'How long a turn to sign lasts unless said, in days.' })
  turnDays!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'A person below that age signs only beside a guardian; null where none does.',
  })
  guardianUnderAge!: number | null;

  @Field(() => String, { nullable: true, description: 'Where that age comes from.' })
  guardianSource!: string | null;
}

export function toAgreementKind(kind: AgreementKindRules, locale: Locale): AgreementKind {
  return {
    code: kind.code,
    name: kind.name[locale],
    summary: kind.summary[locale],
    hasInternship: kind.hasInternship,
    hasPromisedStudents: kind.hasPromisedStudents,
    subKinds: kind.forms.map(({ code, name, summary }) => ({
      code,
      name: name[locale],
      summary: summary[locale],
    })),
    roles: kind.parties.map(({ role, name, organisationKinds, min, max }) => ({
      code: role,
      name: name[locale],
      organisationKinds,
      minimum: min,
      maximum: max,
      mayDraft: kind.drafters.includes(role),
    })),
    turnDays: kind.turnDays,
    guardianUnderAge: kind.guardian?.underAge ?? null,
    guardianSource: kind.guardian?.source ?? null,
  };
}
