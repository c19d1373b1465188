import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { JobPosting } from './job-posting.model.js';

@ObjectType({ description: 'A posting after a change.' })
export class JobPostingPayload extends Payload {
  @Field(() => JobPosting, { nullable: true, description: 'The posting; null when refused.' })
  jobPosting?: JobPosting | null;
}

@ObjectType({ description: 'A draft that was discarded.' })
export class DiscardJobPostingPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the draft that is gone; null when refused.',
  })
  discardedJobPostingId?: string | null;
}
