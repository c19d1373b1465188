import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { ceremonyErrors } from './ceremony.errors.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };
const NAME = { description: 'What it is called, 2 to 60 characters.' };
const PLACE = { description: 'Where it is held, 2 to 100 characters.' };
const STARTS_AT = { description: 'When it begins.' };
const AGREEMENTS = {
  description: 'Agreements awaiting signatures in the order they are shown, 1 to 50.',
};

@InputType({ description: 'A new ceremony.' })
export class PlanAgreementCeremonyInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Own organisation that hosts it.' })
  organisationId!: string;

  @Field(() => String, NAME)
  name!: string;

  @Field(() => String, PLACE)
  place!: string;

  @Field(() => DateTimeScalar, STARTS_AT)
  startsAt!: Date;

  @Field(() => [ID], AGREEMENTS)
  agreementIds!: string[];
}

@InputType({ description: 'A ceremony to act upon.' })
export class AgreementCeremonyInput {
  @Field(() => ID, { description: 'The ceremony.' })
  ceremonyId!: string;
}

@InputType({ description: 'A planned ceremony as it is to be.' })
export class EditAgreementCeremonyInput extends AgreementCeremonyInput {
  @Field(() => Int, { description: 'Version the change was made on.' })
  version!: number;

  @Field(() => String, NAME)
  name!: string;

  @Field(() => String, PLACE)
  place!: string;

  @Field(() => DateTimeScalar, STARTS_AT)
  startsAt!: Date;

  @Field(() => [ID], AGREEMENTS)
  agreementIds!: string[];
}

@ArgsType()
export class AgreementCeremoniesArgs extends PageArgs {
  @Field(() => ID, { description: 'Own organisation that hosts them.' })
  organisationId!: string;
}

@ArgsType()
export class AgreementCeremonyCandidatesArgs extends AgreementCeremoniesArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the title, the number or the name of a party, 1 to 60 characters.',
  })
  text?: string | null;
}

export const candidatesSchema = z.object({ text: optionalText({ min: 1, max: 60 }) });

export const ceremonySchema = z.object({
  name: text({ min: 2, max: 60 }),
  place: text({ min: 2, max: 100 }),
  startsAt: z.date(),
  agreementIds: z
    .array(recordId())
    .min(1)
    .max(50)
    .check((context) => {
      if (new Set(context.value).size < context.value.length)
        refuse(context, ceremonyErrors.AGREEMENT_TWICE);
    }),
});

export type CeremonyPlan = z.output<typeof ceremonySchema>;
