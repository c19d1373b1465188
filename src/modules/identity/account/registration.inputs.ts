import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import type { Locale } from '../../../core/context/index.js';
import { DateScalar } from '../../../core/graphql/index.js';
import { text } from '../../../core/validation/index.js';
import { contact } from '../contact/contact.inputs.js';
import { code } from '../one-time-code/one-time-code.rules.js';
import { newPassword } from '../password/password.rules.js';
import { SessionChannelEnum } from '../session/session.model.js';
import type { SessionChannel } from '../session/session.rules.js';
import { AccountLocale } from './account.model.js';

@InputType({ description: 'Who registers, with a contact proven by a one-time code.' })
export class RegisterAccountInput {
  @Field(() => ID, {
    description: 'Key of this request: sending it again does not register twice.',
  })
  idempotencyKey!: string;

  @Field(() => String, {
    description: 'Mobile number of mainland China or mail address, to sign in with.',
  })
  contact!: string;

  @Field(() => String, {
    description: 'Six digits sent to the contact by `requestOneTimeCode` with purpose REGISTER.',
  })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: '8 to 128 characters, not a common password. Without one, people sign in by code.',
  })
  password?: string | null;

  @Field(() => String, { description: 'The name the person goes by, 1 to 50 characters.' })
  displayName!: string;

  @Field(() => DateScalar, { description: 'Date of birth; registration is open from 16 years on.' })
  birthDate!: string;

  @Field(() => Int, { description: 'Edition of the privacy notice the person has agreed to.' })
  privacyNoticeVersion!: number;

  @Field(() => AccountLocale, {
    defaultValue: AccountLocale.ZH_CN,
    description: 'The language the person wants to be written to in.',
  })
  preferredLocale!: Locale;

  @Field(() => SessionChannelEnum, {
    defaultValue: SessionChannelEnum.PORTAL,
    description:
      'How the person stays signed in: by the cookie of the portal or by a bearer token.',
  })
  channel!: SessionChannel;
}

export const registration = z.object({
  idempotencyKey: z.string().min(1),
  contact: contact(),
  code: code(),
  password: newPassword().nullish(),
  displayName: text({ max: 50 }),
  birthDate: z.string(),
  privacyNoticeVersion: z.int(),
  preferredLocale: z.enum(['zh-CN', 'en']),
  channel: z.enum(['PORTAL', 'API']),
});
