import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../core/graphql/index.js';
import { JobPostingState } from './job-posting.enums.js';

@ObjectType({ description: 'A change of state of a posting.' })
export class JobPostingHistoryEntry {
  @Field(() => String, { description: 'Name of the transition.' })
  transition!: string;

  @Field(() => JobPostingState, {
    nullable: true,
    description: 'State before; null at the beginning.',
  })
  fromState!: JobPostingState | null;

  @Field(() => JobPostingState, { description: 'State after.' })
  toState!: JobPostingState;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in words; null when nothing was said.',
  })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt!: Date;
}
