import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { JobSeekerProfile } from './profile.model.js';

@ObjectType({ description: 'A profile after a change.' })
export class ProfilePayload extends Payload {
  @Field(() => JobSeekerProfile, {
    nullable: true,
    description: 'The profile; null when refused.',
  })
  profile?: JobSeekerProfile | null;
}
