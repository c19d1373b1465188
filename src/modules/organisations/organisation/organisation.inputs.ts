import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { RegionCodeScalar } from '../../reference-data/index.js';
import { hasCreditCodeForm, isCreditCode, normaliseCreditCode } from './credit-code.js';
import { UnifiedSocialCreditCodeScalar } from './credit-code.scalar.js';
import {
  AccountClass,
  OrganisationKind,
  OrganisationStanding,
  SizeBand,
} from './organisation.enums.js';
import { organisationErrors } from './organisation.errors.js';

@InputType({
  description: 'Whom to turn to at an organisation; shown to its members and the bureau in charge.',
})
export class OrganisationContactInput {
  @Field(() => String, { nullable: true, description: 'Name of the person.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile or fixed-line number.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Mail address.' })
  email?: string | null;
}

@InputType({ isAbstract: true })
export class OrganisationParticularsInput {
  @Field(() => AccountClass, {
    nullable: true,
    description: 'In which capacity it recruits; what its kind usually has when left out.',
  })
  accountClass?: AccountClass | null;

  @Field(() => String, { nullable: true, description: 'Number of its HR service licence.' })
  hrServiceLicence?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address, up to 200 characters.' })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of its industry (GB/T 4754), any level.',
  })
  industryCode?: string | null;

  @Field(() => SizeBand, { nullable: true, description: 'How many people work there.' })
  sizeBand?: SizeBand | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code or id of the institution in the national list; colleges only.',
  })
  collegeCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Web address beginning with http:// or https://.',
  })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, up to 5,000 characters.' })
  description?: string | null;

  @Field(() => Int, { nullable: true, description: 'Fewest graduates it takes on in a year.' })
  annualGraduateIntakeMin?: number | null;

  @Field(() => Int, { nullable: true, description: 'Most graduates it takes on in a year.' })
  annualGraduateIntakeMax?: number | null;

  @Field(() => OrganisationContactInput, { nullable: true, description: 'Whom to turn to.' })
  contact?: OrganisationContactInput | null;
}

@InputType({ description: 'A new organisation; whoever registers it becomes its administrator.' })
export class RegisterOrganisationInput extends OrganisationParticularsInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => OrganisationKind, {
    description: 'What sort of organisation it is; cannot be changed later.',
  })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Registered name, 2 to 100 characters.' })
  name!: string;

  @Field(() => UnifiedSocialCreditCodeScalar, {
    description: 'Unified social credit code with its check digit.',
  })
  unifiedSocialCreditCode!: string;

  @Field(() => RegionCodeScalar, { description: 'Region in which it sits.' })
  regionCode!: string;
}

@InputType({ description: 'What to change; what is left out stays, null clears.' })
export class OrganisationChangesInput extends OrganisationParticularsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Registered name. Material: ends the verification.',
  })
  name?: string | null;

  @Field(() => UnifiedSocialCreditCodeScalar, {
    nullable: true,
    description: 'Unified social credit code. Material: ends the verification.',
  })
  unifiedSocialCreditCode?: string | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Region in which it sits. Material: ends the verification.',
  })
  regionCode?: string | null;
}

@InputType({ description: 'An edit of an organisation.' })
export class EditOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version the edit starts from; refused when someone else has edited since.',
  })
  version?: number | null;

  @Field(() => OrganisationChangesInput, { description: 'What to change.' })
  changes!: OrganisationChangesInput;
}

@InputType({ description: 'A bureau that counts as verified from the start.' })
export class RegisterBureauInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Registered name, 2 to 100 characters.' })
  name!: string;

  @Field(() => UnifiedSocialCreditCodeScalar, {
    description: 'Unified social credit code with its check digit.',
  })
  unifiedSocialCreditCode!: string;

  @Field(() => RegionCodeScalar, {
    description: 'Region for which it is in charge, with everything below.',
  })
  regionCode!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Account that becomes its administrator; the caller when left out.',
  })
  administratorId?: string | null;
}

export const OrganisationOrder = { NAME: 'NAME', NEWEST: 'NEWEST' } as const;
export type OrganisationOrder = keyof typeof OrganisationOrder;

registerEnumType(OrganisationOrder, {
  name: 'OrganisationOrder',
  description: 'Order of a list of organisations.',
  valuesMap: {
    NAME: { description: 'By name, in the order of its pinyin.' },
    NEWEST: { description: 'Latest registered first.' },
  },
});

@InputType({ description: 'Which organisations a list holds; conditions add up.' })
export class OrganisationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, its pinyin or its initials.',
  })
  text?: string | null;

  @Field(() => [OrganisationKind], { nullable: true, description: 'Any of these kinds.' })
  kinds?: OrganisationKind[] | null;

  @Field(() => RegionCodeScalar, { nullable: true, description: 'In this region or below it.' })
  regionCode?: string | null;

  @Field(() => [OrganisationStanding], {
    nullable: true,
    description: 'Any of these standings, as of now.',
  })
  standings?: OrganisationStanding[] | null;
}

@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => OrganisationFilter, {
    nullable: true,
    description: 'Which organisations; all when left out.',
  })
  filter?: OrganisationFilter | null;

  @Field(() => OrganisationOrder, {
    defaultValue: OrganisationOrder.NAME,
    description: 'Order of the list.',
  })
  orderBy: OrganisationOrder = OrganisationOrder.NAME;
}

/** A code as the registry writes it, refused by its own errors. */
function creditCode() {
  return z.string().transform((typed, context) => {
    const code = normaliseCreditCode(typed);
    if (!hasCreditCodeForm(code)) refuse(context, organisationErrors.CODE_MALFORMED);
    else if (!isCreditCode(code)) refuse(context, organisationErrors.CODE_CHECK_DIGIT);
    return code;
  });
}

const TELEPHONE =
  /^(?:(?:\+?86[- ]?)?1[3-9]\d{9}|(?:0\d{2,3}[- ]?)?\d{7,8}(?:-\d{1,6})?|[48]00[- ]?\d{3}[- ]?\d{4})$/;
const MAIL_ADDRESS =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** Optional text of a certain form: blank clears it, another form is refused. */
function formed(max: number, isFormed: (value: string) => boolean) {
  return optionalText({ max }).check((context) => {
    const { value } = context;
    if (typeof value === 'string' && !isFormed(value)) refuse(context, inputErrors.MALFORMED);
  });
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hostname } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname.includes('.');
}

const intake = () => z.int().min(0).max(100_000).nullish();

const particulars = {
  accountClass: z.enum(AccountClass).nullish(),
  hrServiceLicence: optionalText({ max: 50 }),
  address: optionalText({ max: 200 }),
  industryCode: z.string().nullish(),
  sizeBand: z.enum(SizeBand).nullish(),
  collegeCode: z.string().nullish(),
  website: formed(200, isWebAddress),
  description: optionalText({ max: 5000, multiline: true }),
  annualGraduateIntakeMin: intake(),
  annualGraduateIntakeMax: intake(),
  contact: z
    .object({
      name: optionalText({ max: 50 }),
      phone: formed(30, (value) => TELEPHONE.test(value)),
      email: formed(254, (value) => MAIL_ADDRESS.test(value)),
    })
    .nullish(),
};

const identity = {
  name: text({ min: 2, max: 100 }).check((context) => {
    if (!/[\p{L}\p{N}]/u.test(context.value)) refuse(context, inputErrors.MALFORMED);
  }),
  unifiedSocialCreditCode: creditCode(),
  regionCode: z.string(),
};

export const registrationSchema = z.object({
  ...particulars,
  ...identity,
  kind: z.enum(OrganisationKind),
});
export type Registration = z.output<typeof registrationSchema>;

/** Null means the same as left out where a value is needed anyway. */
export const editSchema = z.object({
  id: recordId(),
  version: z.int().nullish(),
  changes: z.object({
    ...particulars,
    name: identity.name.nullish(),
    unifiedSocialCreditCode: identity.unifiedSocialCreditCode.nullish(),
    regionCode: identity.regionCode.nullish(),
  }),
});
export type Changes = z.output<typeof editSchema>['changes'];

export const bureauSchema = z.object({ ...identity, administratorId: recordId().nullish() });

export const filterSchema = z.object({
  text: optionalText({ max: 50 }),
  kinds: z.array(z.enum(OrganisationKind)).max(8).nullish(),
  regionCode: z.string().nullish(),
  standings: z.array(z.enum(OrganisationStanding)).max(4).nullish(),
});
