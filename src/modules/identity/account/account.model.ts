import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import type { Locale } from '../../../core/context/index.js';

export const AccountLocale = { ZH_CN: 'zh-CN', EN: 'en' } as const satisfies Record<string, Locale>;
registerEnumType(AccountLocale, {
  name: 'AccountLocale',
  description: 'Languages the platform speaks to people.',
  valuesMap: {
    ZH_CN: { description: 'Simplified Chinese.' },
    EN: { description: 'English.' },
  },
});

export const AccountStateEnum = {
  ACTIVE: 'ACTIVE',
  DISABLED: 'DISABLED',
  CLOSED: 'CLOSED',
} as const;
registerEnumType(AccountStateEnum, {
  name: 'AccountState',
  description: 'Whether an account can be used.',
  valuesMap: {
    ACTIVE: { description: 'The person can sign in.' },
    DISABLED: { description: 'An administrator has shut the account; it can be opened again.' },
    CLOSED: { description: 'The person has closed the account and is erased from it.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'Someone who can sign in, as others see them.',
})
export class Account extends Node {
  @Field(() => String, {
    description: 'The name the person goes by; empty when the account is closed.',
  })
  displayName!: string;

  @Field(() => AccountLocale, { description: 'The language the person wants to be written to in.' })
  preferredLocale!: Locale;
}

@ObjectType({ description: 'The person who is signed in, as they see themselves.' })
export class Viewer {
  @Field(() => ID, { description: 'Id of their account.' })
  id!: string;

  @Field(() => Account, { description: 'Their account, as others see it.' })
  account!: Account;

  @Field(() => String, {
    nullable: true,
    description: 'Their phone number, masked; null without one.',
  })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their mail address, masked; null without one.',
  })
  email!: string | null;

  @Field(() => Boolean, { description: 'Whether they can sign in by password.' })
  hasPassword!: boolean;

  @Field(() => Boolean, { description: 'Whether they administer the platform.' })
  isAdministrator!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the privacy notice has an edition they have not agreed to yet.',
  })
  needsConsent!: boolean;

  @Field(() => DateTimeScalar, { description: 'When they registered.' })
  registeredAt!: Date;
}

@ObjectType({
  description: 'An account as administrators of the platform see it. Requires: ACCOUNT_ADMINISTER.',
})
export class AccountRecord {
  @Field(() => Account, { description: 'The account, as others see it.' })
  account!: Account;

  @Field(() => AccountStateEnum, { description: 'Whether it can be used.' })
  state!: keyof typeof AccountStateEnum;

  @Field(() => Boolean, { description: 'Whether the person administers the platform.' })
  isAdministrator!: boolean;

  @Field(() => DateTimeScalar, { description: 'When the person registered.' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is disabled; null when it is not.',
  })
  disabledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is disabled; null when it is not.' })
  disabledReason!: string | null;
}

@ObjectType({ description: 'A page of accounts.' })
export class AccountRecordConnection extends ConnectionOf(AccountRecord) {}
