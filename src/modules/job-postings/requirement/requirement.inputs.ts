import { Field, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { inputErrors } from '../../../core/errors/index.js';
import { refuse, text } from '../../../core/validation/index.js';
import { RequirementKind } from '../posting/job-posting.enums.js';

@InputType({ description: 'Something a machine can check about an applicant.' })
export class JobPostingRequirementInput {
  @Field(() => RequirementKind, { description: 'What it is about.' })
  kind!: RequirementKind;

  @Field(() => String, {
    description:
      'What is asked: a code for EDUCATION, MAJOR and SKILL_LEVEL, a name of up to 50 characters otherwise.',
  })
  value!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Fewest years, 0 to 50; for EXPERIENCE, and only for it.',
  })
  minimum?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is a must; nice to have otherwise.',
  })
  isRequired!: boolean;

  @Field(() => Int, { defaultValue: 5, description: 'How much it weighs, 1 to 10.' })
  weight!: number;
}

const requirement = z
  .object({
    kind: z.enum(RequirementKind),
    value: text({ max: 50 }),
    minimum: z.int().min(0).max(50).nullish(),
    isRequired: z.boolean().default(false),
    weight: z.int().min(1).max(10).default(5),
  })
  .check((context) => {
    const { kind, minimum } = context.value;
    const isGiven = minimum !== null && minimum !== undefined;
    if (kind === 'EXPERIENCE' && !isGiven)
      refuse(context, inputErrors.REQUIRED, { path: ['minimum'] });
    if (kind !== 'EXPERIENCE' && isGiven)
      refuse(context, inputErrors.MALFORMED, { path: ['minimum'] });
  });

export const requirementsSchema = z.array(requirement).max(30);
export type RequirementInputs = z.output<typeof requirementsSchema>;
