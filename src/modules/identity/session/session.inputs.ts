import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { recordId } from '../../../core/validation/index.js';
import { contact } from '../contact/contact.inputs.js';
import { code } from '../one-time-code/one-time-code.rules.js';
import { givenPassword } from '../password/password.rules.js';
import { SessionChannelEnum } from './session.model.js';
import type { SessionChannel } from './session.rules.js';

const CONTACT = { description: 'Phone number or mail address of the account.' };
const CHANNEL = {
  defaultValue: SessionChannelEnum.PORTAL,
  description: 'How to stay signed in: by the cookie of the portal or by a bearer token.',
};

@InputType({ description: 'Who signs in by password.' })
export class SignInInput {
  @Field(() => String, CONTACT)
  contact!: string;

  @Field(() => String, { description: 'The password of the account.' })
  password!: string;

  @Field(() => SessionChannelEnum, CHANNEL)
  channel!: SessionChannel;
}

@InputType({ description: 'Who signs in by one-time code.' })
export class SignInWithCodeInput {
  @Field(() => String, CONTACT)
  contact!: string;

  @Field(() => String, {
    description: 'Six digits sent by `requestOneTimeCode` with purpose SIGN_IN.',
  })
  code!: string;

  @Field(() => SessionChannelEnum, CHANNEL)
  channel!: SessionChannel;
}

@InputType({ description: 'Which device to sign out.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'Id of the session.' })
  sessionId!: string;
}

@InputType({ description: 'How to sign out the device that asks.' })
export class SignOutInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the browser is to forget everything it keeps of the platform, as on a shared computer.',
  })
  clearSiteData!: boolean;
}

@InputType({ description: 'Which devices to sign out at once.' })
export class SignOutEverywhereInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the device that asks stays signed in.',
  })
  keepThisDevice!: boolean;
}

const channel = z.enum(['PORTAL', 'API']);

export const signIn = z.object({ contact: contact(), password: givenPassword(), channel });
export const signInWithCode = z.object({ contact: contact(), code: code(), channel });
export const revokeSession = z.object({ sessionId: recordId() });
