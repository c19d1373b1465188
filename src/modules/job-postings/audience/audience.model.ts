import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../../core/graphql/index.js';
import { AudienceRule } from '../posting/job-posting.enums.js';

@ObjectType({ description: 'Who may see a posting.' })
export class JobPostingAudience {
  @Field(() => AudienceRule, { description: 'The rule.' })
  rule!: AudienceRule;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which partners alone see it; null for other rules.',
  })
  partnersUntil!: string | null;

  collegeIds!: readonly string[];
}
