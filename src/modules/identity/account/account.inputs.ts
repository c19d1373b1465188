import { Field, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import type { Locale } from '../../../core/context/index.js';
import { text } from '../../../core/validation/index.js';
import { proof, ProofInput } from '../proof/proof.inputs.js';
import { AccountLocale } from './account.model.js';

@InputType({ description: 'The name one wants to go by.' })
export class ChangeDisplayNameInput {
  @Field(() => String, { description: 'The new name, 1 to 50 characters.' })
  displayName!: string;
}

@InputType({ description: 'The language one wants to be written to in.' })
export class ChangePreferredLocaleInput {
  @Field(() => AccountLocale, { description: 'The new language.' })
  preferredLocale!: Locale;
}

@InputType({ description: 'Agrees to an edition of the privacy notice.' })
export class ConsentToPrivacyNoticeInput {
  @Field(() => Int, { description: 'The edition in force, as the person has read it.' })
  privacyNoticeVersion!: number;
}

@InputType({ description: 'Closes the own account for good.' })
export class CloseAccountInput {
  @Field(() => ProofInput, { description: 'Shows that the owner of the account asks.' })
  proof!: ProofInput;
}

export const changeDisplayName = z.object({ displayName: text({ max: 50 }) });
export const closeAccount = z.object({ proof });
