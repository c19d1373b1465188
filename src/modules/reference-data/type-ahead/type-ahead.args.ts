import { ArgsType, Field, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { parseInput, text } from '../../../core/validation/index.js';

export const MAX_SUGGESTIONS = 50;

/** Arguments of every type-ahead. */
@ArgsType()
export class TypeAheadArgs {
  @Field(() => String, {
    description:
      'What was typed: a code, a name, pinyin or its initials; traditional characters are understood.',
  })
  text!: string;

  @Field(() => Int, { defaultValue: 20, description: 'How many suggestions at most, 1 to 50.' })
  first: number = 20;
}

const typeAheadRules = z.object({
  text: text({ max: 50 }),
  first: z.int().min(1).max(MAX_SUGGESTIONS),
});

/** The arguments, checked; the error names the argument. */
export function checkedTypeAhead(args: TypeAheadArgs): { text: string; first: number } {
  return parseInput(typeAheadRules, { text: args.text, first: args.first });
}
