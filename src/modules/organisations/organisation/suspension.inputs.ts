import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { recordId, text } from '../../../core/validation/index.js';

export const SuspensionReason = {
  FALSE_EVIDENCE: 'FALSE_EVIDENCE',
  FRAUDULENT_POSTING: 'FRAUDULENT_POSTING',
  FEES_CHARGED: 'FEES_CHARGED',
  DISCRIMINATION: 'DISCRIMINATION',
  LICENCE_WITHDRAWN: 'LICENCE_WITHDRAWN',
  OTHER: 'OTHER',
} as const;
export type SuspensionReason = keyof typeof SuspensionReason;

registerEnumType(SuspensionReason, {
  name: 'SuspensionReason',
  description: 'Why an organisation is suspended.',
  valuesMap: {
    FALSE_EVIDENCE: { description: 'It was verified on false evidence.' },
    FRAUDULENT_POSTING: { description: 'It published postings that are not true.' },
    FEES_CHARGED: { description: 'It charged applicants what the law forbids.' },
    DISCRIMINATION: { description: 'It discriminated against applicants.' },
    LICENCE_WITHDRAWN: { description: 'Its licence or registration was withdrawn.' },
    OTHER: { description: 'Another reason, told in the text.' },
  },
});

@InputType({ description: 'A suspension.' })
export class SuspendOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => SuspensionReason, { description: 'Why.' })
  reason!: SuspensionReason;

  @Field(() => String, {
    description: 'The reason in words, 5 to 2,000 characters; its members read it.',
  })
  text!: string;
}

@InputType({ description: 'The end of a suspension.' })
export class ReinstateOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, {
    description: 'Why it is over, 5 to 2,000 characters; its members read it.',
  })
  text!: string;
}

const explanation = () => text({ min: 5, max: 2000, multiline: true });

export const suspensionSchema = z.object({
  organisationId: recordId(),
  reason: z.enum(SuspensionReason),
  text: explanation(),
});
export const reinstatementSchema = z.object({ organisationId: recordId(), text: explanation() });
