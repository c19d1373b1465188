import { Args, Field, InputType, Query, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { Authenticated } from '../../../core/auth/index.js';
import { optionalText, parseInput } from '../../../core/validation/index.js';
import { blocksPublication, checkWording } from './wording-check.js';
import { WORDING_EDITION } from './wording-rules.data.js';
import { findingsForReader, WordingCheck } from './wording.model.js';

@InputType({ description: 'Texts of a posting as they stand in a form.' })
export class WordingTextsInput {
  @Field(() => String, { nullable: true, description: 'Title, up to 60 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Duties, up to 5,000 characters.' })
  duties?: string | null;

  @Field(() => String, { nullable: true, description: 'Conditions, up to 5,000 characters.' })
  conditions?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Working conditions, up to 2,000 characters.',
  })
  workConditions?: string | null;
}

const textsSchema = z.object({
  title: optionalText({ max: 60 }),
  duties: optionalText({ max: 5_000, multiline: true }),
  conditions: optionalText({ max: 5_000, multiline: true }),
  workConditions: optionalText({ max: 2_000, multiline: true }),
});

@Resolver()
export class WordingResolver {
  @Authenticated()
  @Query(() => WordingCheck, {
    description:
      'What the wording check says to texts before they are submitted. Requires: being signed in.',
  })
  checkJobPostingWording(
    @Args('texts', { description: 'The texts to check.' }) texts: WordingTextsInput,
  ): WordingCheck {
    const { title, duties, conditions, workConditions } = parseInput(textsSchema, texts);
    const findings = checkWording({
      title: title ?? null,
      duties: duties ?? null,
      conditions: conditions ?? null,
      workConditions: workConditions ?? null,
    });
    return {
      edition: WORDING_EDITION,
      blocks: blocksPublication(findings),
      findings: findingsForReader(findings),
    };
  }
}
