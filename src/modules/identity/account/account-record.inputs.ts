import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { recordId, text } from '../../../core/validation/index.js';
import { AccountStateEnum } from './account.model.js';

@InputType({ description: 'Which accounts to list; what is left out does not narrow the list.' })
export class AccountRecordFilter {
  @Field(() => AccountStateEnum, { nullable: true, description: 'Only accounts in this state.' })
  state?: keyof typeof AccountStateEnum | null;

  @Field(() => Boolean, { nullable: true, description: 'Only administrators, or only others.' })
  isAdministrator?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only the account with exactly this phone number or mail address.',
  })
  contact?: string | null;
}

@InputType({ description: 'Which account to shut, and why.' })
export class DisableAccountInput {
  @Field(() => ID, { description: 'Id of the account.' })
  accountId!: string;

  @Field(() => String, { description: 'Why, for the record; 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Which account to open again.' })
export class EnableAccountInput {
  @Field(() => ID, { description: 'Id of the account.' })
  accountId!: string;
}

export const disableAccount = z.object({ accountId: recordId(), reason: text({ max: 500 }) });
export const enableAccount = z.object({ accountId: recordId() });
