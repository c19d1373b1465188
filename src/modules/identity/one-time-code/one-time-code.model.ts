import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, Payload } from '../../../core/graphql/index.js';
import { contact } from '../contact/contact.inputs.js';
import type { ContactKind } from '../contact/contact.rules.js';

export const PublicCodePurpose = {
  REGISTER: 'REGISTER',
  SIGN_IN: 'SIGN_IN',
  RESET_PASSWORD: 'RESET_PASSWORD',
} as const;
registerEnumType(PublicCodePurpose, {
  name: 'OneTimeCodePurpose',
  description: 'What a one-time code is for; it opens nothing else.',
  valuesMap: {
    REGISTER: { description: 'For `registerAccount`.' },
    SIGN_IN: { description: 'For `signInWithCode`; sent only to contacts that have an account.' },
    RESET_PASSWORD: {
      description: 'For `resetPassword`; sent only to contacts that have an account.',
    },
  },
});

export const ContactKindEnum = { PHONE: 'PHONE', EMAIL: 'EMAIL' } as const;
registerEnumType(ContactKindEnum, {
  name: 'ContactKind',
  description: 'Kinds of contact people sign in with.',
  valuesMap: {
    PHONE: { description: 'A mobile number of mainland China.' },
    EMAIL: { description: 'A mail address.' },
  },
});

@InputType({ description: 'Where to send a one-time code, and what for.' })
export class RequestOneTimeCodeInput {
  @Field(() => String, { description: 'Mobile number of mainland China or mail address.' })
  contact!: string;

  @Field(() => PublicCodePurpose, { description: 'What the code is for.' })
  purpose!: keyof typeof PublicCodePurpose;
}

@InputType({ description: 'The contact one wants to have.' })
export class RequestContactCodeInput {
  @Field(() => String, { description: 'Mobile number of mainland China or mail address.' })
  contact!: string;
}

@InputType({ description: 'To which of one’s contacts to send a code.' })
export class RequestConfirmationCodeInput {
  @Field(() => ContactKindEnum, { description: 'Kind of the contact.' })
  kind!: ContactKind;
}

@ObjectType({
  description: 'Answer of requests for a one-time code; the same whoever has the contact.',
})
export class OneTimeCodePayload extends Payload {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the code can be used, if one was sent; null when refused.',
  })
  expiresAt?: Date | null;
}

export const requestCode = z.object({ contact: contact() });
