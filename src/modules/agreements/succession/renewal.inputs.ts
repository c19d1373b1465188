import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { recordId } from '../../../core/validation/index.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };

@InputType({ description: 'Agreements to renew.' })
export class RenewAgreementsInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => [ID], { description: 'The agreements, 1 to 100.' })
  agreementIds!: string[];
}

export const renewalSchema = z.object({ agreementIds: z.array(recordId()).min(1).max(100) });
