import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId } from '../../../core/validation/index.js';
import { RegionCodeScalar } from '../../reference-data/index.js';
import { AgreementState } from '../agreement/agreement.enums.js';
import { RegistryFormat, RegistryOrder } from './registry.enums.js';

@InputType({
  description: 'Which agreements of the register; what is left out does not narrow it.',
})
export class AgreementRegistryFilter {
  @Field(() => [String], { nullable: true, description: 'Codes of kinds, at most 20.' })
  kinds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of sub-kinds, at most 20.' })
  subKinds?: string[] | null;

  @Field(() => [AgreementState], { nullable: true, description: 'Where they stand.' })
  states?: AgreementState[] | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Code of a province in which an organisation among the parties sits.',
  })
  provinceCode?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year in which the last party signed, in China, 2000 to 2100.',
  })
  signedIn?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Signed by all, not over, and with a last day at most that many days ahead, 0 to 3,660.',
  })
  endsWithinDays?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Text in title, number or the name of a party, at most 100 characters.',
  })
  text?: string | null;
}

@ArgsType()
export class AgreementRegistryArgs extends PageArgs {
  @Field(() => ID, {
    description: 'Own organisation: its own agreements, or of a bureau those of its region.',
  })
  organisationId!: string;

  @Field(() => AgreementRegistryFilter, { nullable: true, description: 'Which agreements.' })
  filter?: AgreementRegistryFilter | null;

  @Field(() => RegistryOrder, {
    nullable: true,
    description: 'Order; the newest first unless said.',
  })
  orderBy?: RegistryOrder | null;
}

@ArgsType()
export class AgreementRegistryCountsArgs {
  @Field(() => ID, {
    description: 'Own organisation: its own agreements, or of a bureau those of its region.',
  })
  organisationId!: string;

  @Field(() => AgreementRegistryFilter, { nullable: true, description: 'Which agreements.' })
  filter?: AgreementRegistryFilter | null;
}

@InputType({ description: 'What of the register to write into a file.' })
export class ExportAgreementRegistryInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Own organisation.' })
  organisationId!: string;

  @Field(() => RegistryFormat, { description: 'What kind of file.' })
  format!: RegistryFormat;

  @Field(() => AgreementRegistryFilter, { nullable: true, description: 'Which agreements.' })
  filter?: AgreementRegistryFilter | null;
}

const filterSchema = z.object({
  kinds: z.array(z.string().max(40)).max(20).nullish(),
  subKinds: z.array(z.string().max(40)).max(20).nullish(),
  states: z.array(z.enum(AgreementState)).max(20).nullish(),
  provinceCode: z.string().nullish(),
  signedIn: z.int().min(2000).max(2100).nullish(),
  endsWithinDays: z.int().min(0).max(3660).nullish(),
  text: optionalText({ max: 100 }),
});

/** Under its name, so that a refusal says where. */
export const registryFilterSchema = z.object({ filter: filterSchema });

export const exportRegistrySchema = z.object({
  organisationId: recordId(),
  format: z.enum(RegistryFormat),
});
