import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { Session } from '../session/session.model.js';
import { Account, AccountRecord, Viewer } from './account.model.js';

@ObjectType({ description: 'Answer of `registerAccount`.' })
export class RegisterAccountPayload extends Payload {
  @Field(() => Account, { nullable: true, description: 'The new account; null when refused.' })
  account?: Account | null;

  @Field(() => Viewer, {
    nullable: true,
    description: 'Who is signed in now; null when refused, and when the request was sent again.',
  })
  viewer?: Viewer | null;

  @Field(() => Session, {
    nullable: true,
    description: 'The new session; null when refused, and when the request was sent again.',
  })
  session?: Session | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Bearer token of an API session, given out this once; null for the portal, whose cookie is set.',
  })
  token?: string | null;
}

/** The person as they are after the change. */
@ObjectType({ description: 'Answer of changes to the own account.' })
export class ViewerPayload extends Payload {
  @Field(() => Viewer, {
    nullable: true,
    description: 'The person after the change; null when refused.',
  })
  viewer?: Viewer | null;
}

@ObjectType({ description: 'Answer of `closeAccount`.' })
export class CloseAccountPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the account that is closed; null when refused.',
  })
  closedAccountId?: string | null;
}

@ObjectType({ description: 'Answer of `disableAccount` and `enableAccount`.' })
export class AccountRecordPayload extends Payload {
  @Field(() => AccountRecord, {
    nullable: true,
    description: 'The account after the change; null when refused.',
  })
  accountRecord?: AccountRecord | null;
}
