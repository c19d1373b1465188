import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, isCalendarDay, PageArgs } from '../../../core/graphql/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { RegionCodeScalar } from '../../reference-data/index.js';
import { ProfileVisibility } from './profile.enums.js';

@InputType({ isAbstract: true })
export class ProfileBasicsInput {
  @Field(() => String, {
    nullable: true,
    description: 'One line about oneself, up to 60 characters.',
  })
  headline?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What one wants to say of oneself, up to 2,000 characters.',
  })
  summary?: string | null;

  @Field(() => RegionCodeScalar, { nullable: true, description: 'Where one lives.' })
  homeRegionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day from which one can start.' })
  availableFrom?: string | null;
}

@InputType({ description: 'A first profile.' })
export class CreateProfileInput extends ProfileBasicsInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Name, up to 50 characters.' })
  fullName!: string;
}

@InputType({ description: 'Changes of a profile; what is left out stays, null clears.' })
export class ProfileChangesInput extends ProfileBasicsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name, up to 50 characters; cannot be cleared.',
  })
  fullName?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one looks for work now.' })
  isActive?: boolean | null;
}

@InputType({ isAbstract: true })
export class ProfileVersionInput {
  @Field(() => Int, {
    description: 'The version one has seen; refused when the profile changed since.',
  })
  version!: number;
}

@InputType({ description: 'An edit of the own profile.' })
export class EditProfileInput extends ProfileVersionInput {
  @Field(() => ProfileChangesInput, { description: 'What to change.' })
  changes!: ProfileChangesInput;
}

@InputType({ description: 'Who may find the own profile.' })
export class ChangeProfileVisibilityInput extends ProfileVersionInput {
  @Field(() => ProfileVisibility, { description: 'Who in general.' })
  visibility!: ProfileVisibility;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Organisations to hide from in any case, at most 50, in place of the former ones; unchanged when left out.',
  })
  hiddenEmployerIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether employers who find the person may invite it to apply; unchanged when left out.',
  })
  takesInvitations?: boolean | null;
}

@InputType({ description: 'Which job seekers; conditions add up.' })
export class JobSeekerFilter {
  @Field(() => String, { nullable: true, description: 'Having the skill of this name.' })
  skill?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Wishing for this occupation or one below it, by code.',
  })
  occupationCode?: string | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Living in this region or wishing to work there, or anywhere.',
  })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Having at least this education, by code (GB/T 4658).',
  })
  educationAtLeast?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this vocational major, by code.' })
  majorCode?: string | null;
}

@ArgsType()
export class JobSeekerProfilesArgs extends PageArgs {
  @Field(() => JobSeekerFilter, {
    nullable: true,
    description: 'Which job seekers; all when left out.',
  })
  filter?: JobSeekerFilter | null;
}

/** An optional calendar day. */
export function day() {
  return z
    .string()
    .nullish()
    .check((context) => {
      const { value } = context;
      if (typeof value === 'string' && !isCalendarDay(value))
        refuse(context, inputErrors.MALFORMED);
    });
}

export const fullName = () =>
  text({ max: 50 }).check((context) => {
    if (!/\p{L}/u.test(context.value)) refuse(context, inputErrors.MALFORMED);
  });

const basics = {
  headline: optionalText({ max: 60 }),
  summary: optionalText({ max: 2000, multiline: true }),
  homeRegionCode: z.string().nullish(),
  availableFrom: day(),
};

export const createSchema = z.object({ ...basics, fullName: fullName() });
export const editSchema = z.object({
  version: z.int(),
  changes: z.object({
    ...basics,
    fullName: fullName().nullish(),
    isActive: z.boolean().nullish(),
  }),
});
export type Basics = Omit<z.output<typeof createSchema>, 'fullName'>;

export const visibilitySchema = z.object({
  version: z.int(),
  visibility: z.enum(ProfileVisibility),
  hiddenEmployerIds: z.array(recordId()).max(50).nullish(),
  takesInvitations: z.boolean().nullish(),
});

export const filterSchema = z.object({
  skill: optionalText({ max: 50 }),
  occupationCode: z.string().nullish(),
  regionCode: z.string().nullish(),
  educationAtLeast: z.string().nullish(),
  majorCode: z.string().nullish(),
});
