import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../core/graphql/index.js';
import { RegionCodeScalar } from '../../reference-data/index.js';
import { JobPostingCloseCause } from './job-posting.enums.js';

@ObjectType({
  description: 'What may still be said about a posting that is over, to look for similar ones.',
})
export class FormerJobPosting {
  @Field(() => ID, { description: 'Id of the posting.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Title of the work; null when the bureau in charge removed the posting.',
  })
  title!: string | null;

  @Field(() => JobPostingCloseCause, { description: 'Why it is over.' })
  closeCause!: JobPostingCloseCause;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it closed; null when only its validity has ended.',
  })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Code of its occupation; null without one.' })
  occupationCode!: string | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Code of the region of the place of work; null without one.',
  })
  regionCode!: string | null;
}
