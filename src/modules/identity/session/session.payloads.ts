import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { Viewer } from '../account/account.model.js';
import { Session } from './session.model.js';

@ObjectType({ description: 'Answer of `signIn` and `signInWithCode`.' })
export class SignInPayload extends Payload {
  @Field(() => Viewer, { nullable: true, description: 'Who is signed in now; null when refused.' })
  viewer?: Viewer | null;

  @Field(() => Session, { nullable: true, description: 'The new session; null when refused.' })
  session?: Session | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Bearer token of an API session, given out this once; null for the portal, whose cookie is set.',
  })
  token?: string | null;
}

@ObjectType({ description: 'Answer of `revokeSession`.' })
export class RevokeSessionPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the session that ended; null when refused.',
  })
  revokedSessionId?: string | null;
}

@ObjectType({ description: 'Answer of `signOut` and `signOutEverywhere`.' })
export class SignOutPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True when signed out; null when refused.' })
  isSignedOut?: boolean | null;
}
