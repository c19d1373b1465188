import { Field, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, MoneyInput } from '../../../core/graphql/index.js';
import { optionalText, refuse, text } from '../../../core/validation/index.js';
import { EngagementType, PayPeriod, RegionCodeScalar } from '../../reference-data/index.js';
import { SkillProficiency } from './profile.enums.js';
import { profileErrors } from './profile.errors.js';
import { day, ProfileVersionInput } from './profile.inputs.js';

@InputType({ description: 'An education.' })
export class EducationInput {
  @Field(() => String, { description: 'School or college, up to 100 characters.' })
  institution!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code or id of the institution in the national list.',
  })
  collegeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the education (GB/T 4658).' })
  educationLevelCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Major in own words, up to 100 characters.',
  })
  majorName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the vocational major; names the major when no name is given.',
  })
  majorCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; may lie ahead.' })
  endedOn?: string | null;
}

@InputType({ description: 'Work one has done.' })
export class ExperienceInput {
  @Field(() => String, { description: 'Employer, up to 100 characters.' })
  employerName!: string;

  @Field(() => String, { description: 'What one was there, up to 50 characters.' })
  position!: string;

  @Field(() => String, { nullable: true, description: 'Code of the occupation.' })
  occupationCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What one did, up to 2,000 characters.',
  })
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; left out while it goes on.' })
  endedOn?: string | null;
}

@InputType({ description: 'A skill.' })
export class ProfileSkillInput {
  @Field(() => String, { description: 'Name of the skill, up to 50 characters.' })
  name!: string;

  @Field(() => SkillProficiency, { nullable: true, description: 'How well one masters it.' })
  proficiency?: SkillProficiency | null;
}

@InputType({ description: 'A certificate.' })
export class ProfileCertificateInput {
  @Field(() => String, { description: 'Name of the certificate, up to 100 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Who issued it, up to 100 characters.' })
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the occupation it is for.' })
  occupationCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the vocational skill level.' })
  skillLevelCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was issued.' })
  issuedOn?: string | null;
}

@InputType({ description: 'Work one wants; a title, an occupation or both.' })
export class JobIntentionInput {
  @Field(() => String, {
    nullable: true,
    description: 'Title of the work, up to 50 characters.',
  })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the occupation.' })
  occupationCode?: string | null;

  @Field(() => [RegionCodeScalar], {
    nullable: true,
    description: 'Where, at most 10 regions; anywhere when left out or empty.',
  })
  regionCodes?: string[] | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Least pay.' })
  payMin?: MoneyInput | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Pay hoped for.' })
  payMax?: MoneyInput | null;

  @Field(() => PayPeriod, {
    nullable: true,
    description: 'What the pay is counted by; the month when left out.',
  })
  payPeriod?: PayPeriod | null;

  @Field(() => EngagementType, { nullable: true, description: 'Kind of engagement.' })
  engagementType?: EngagementType | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day from which.' })
  startFrom?: string | null;
}

@InputType({ description: 'Education in place of the former one.' })
export class ReplaceProfileEducationsInput extends ProfileVersionInput {
  @Field(() => [EducationInput], { description: 'In the order to show, at most 20.' })
  educations!: EducationInput[];
}

@InputType({ description: 'Experience in place of the former one.' })
export class ReplaceProfileExperiencesInput extends ProfileVersionInput {
  @Field(() => [ExperienceInput], { description: 'In the order to show, at most 30.' })
  experiences!: ExperienceInput[];
}

@InputType({ description: 'Skills in place of the former ones.' })
export class ReplaceProfileSkillsInput extends ProfileVersionInput {
  @Field(() => [ProfileSkillInput], { description: 'In the order to show, at most 50.' })
  skills!: ProfileSkillInput[];
}

@InputType({ description: 'Certificates in place of the former ones.' })
export class ReplaceProfileCertificatesInput extends ProfileVersionInput {
  @Field(() => [ProfileCertificateInput], { description: 'In the order to show, at most 30.' })
  certificates!: ProfileCertificateInput[];
}

@InputType({ description: 'Wishes in place of the former ones.' })
export class ReplaceJobIntentionsInput extends ProfileVersionInput {
  @Field(() => [JobIntentionInput], { description: 'The dearest first, at most 5.' })
  intentions!: JobIntentionInput[];
}

interface Span {
  readonly startedOn?: string | null;
  readonly endedOn?: string | null;
}

/** The end does not lie before the beginning. */
function inOrder<T extends Span>(schema: z.ZodType<T>) {
  return schema.check((context) => {
    const { startedOn, endedOn } = context.value;
    if (startedOn && endedOn && startedOn > endedOn)
      refuse(context, profileErrors.DATES_UPSIDE_DOWN, { path: ['endedOn'] });
  });
}

const code = () => z.string().max(40).nullish();

export const educationSchema = inOrder(
  z.object({
    institution: text({ max: 100 }),
    collegeCode: code(),
    educationLevelCode: code(),
    majorName: optionalText({ max: 100 }),
    majorCode: code(),
    startedOn: day(),
    endedOn: day(),
  }),
);
export type EducationValues = z.output<typeof educationSchema>;

export const experienceSchema = inOrder(
  z.object({
    employerName: text({ max: 100 }),
    position: text({ max: 50 }),
    occupationCode: code(),
    description: optionalText({ max: 2000, multiline: true }),
    startedOn: day(),
    endedOn: day(),
  }),
);
export type ExperienceValues = z.output<typeof experienceSchema>;

export const skillSchema = z.object({
  name: text({ max: 50 }),
  proficiency: z.enum(SkillProficiency).nullish(),
});
export type SkillValues = z.output<typeof skillSchema>;

export const certificateSchema = z.object({
  name: text({ max: 100 }),
  issuer: optionalText({ max: 100 }),
  occupationCode: code(),
  skillLevelCode: code(),
  issuedOn: day(),
});
export type CertificateValues = z.output<typeof certificateSchema>;

const money = () => z.object({ amount: z.string() }).nullish();

export const intentionSchema = z.object({
  title: optionalText({ max: 50 }),
  occupationCode: code(),
  regionCodes: z.array(z.string()).max(10).nullish(),
  payMin: money(),
  payMax: money(),
  payPeriod: z.enum(PayPeriod).nullish(),
  engagementType: z.enum(EngagementType).nullish(),
  startFrom: day(),
});
export type IntentionValues = z.output<typeof intentionSchema>;

export const LIMITS = {
  educations: 20,
  experiences: 30,
  skills: 50,
  certificates: 30,
  intentions: 5,
} as const;

const version = z.int();
export const educationsSchema = z.object({
  version,
  educations: z.array(educationSchema).max(LIMITS.educations),
});
export const experiencesSchema = z.object({
  version,
  experiences: z.array(experienceSchema).max(LIMITS.experiences),
});
export const skillsSchema = z.object({ version, skills: z.array(skillSchema).max(LIMITS.skills) });
export const certificatesSchema = z.object({
  version,
  certificates: z.array(certificateSchema).max(LIMITS.certificates),
});
export const intentionsSchema = z.object({
  version,
  intentions: z.array(intentionSchema).max(LIMITS.intentions),
});
