import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';
import { RegionCodeScalar } from '../../reference-data/index.js';
import { JobFairAdmission, JobFairPeriod } from './job-fair.enums.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };
const FAIR = { description: 'The fair.' };

@InputType({ description: 'What a fair is: all of it, each time.' })
export class JobFairContentInput {
  @Field(() => String, { description: 'What it is called, 2 to 60 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about, up to 4,000 characters.',
  })
  description?: string | null;

  @Field(() => RegionCodeScalar, { description: 'Region it is held in.' })
  regionCode!: string;

  @Field(() => String, { description: 'Where in the region, 2 to 200 characters.' })
  address!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, after it began.' })
  endsAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'Until when organisations register and leave, not after it begins.',
  })
  registrationClosesAt!: Date;

  @Field(() => JobFairAdmission, {
    description: 'Which organisations may take part; fixed once published.',
  })
  admission!: JobFairAdmission;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many organisations can take part, 1 to 10,000; as many as come when left out.',
  })
  seatLimit?: number | null;
}

@InputType({ description: 'A new fair.' })
export class CreateJobFairInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Own organisation that holds it.' })
  organisationId!: string;

  @Field(() => JobFairContentInput, { description: 'What it is.' })
  content!: JobFairContentInput;
}

@InputType({ description: 'A fair as it is to be.' })
export class UpdateJobFairInput {
  @Field(() => ID, FAIR)
  jobFairId!: string;

  @Field(() => Int, { description: 'Version the change was made on.' })
  version!: number;

  @Field(() => JobFairContentInput, { description: 'What it is now.' })
  content!: JobFairContentInput;
}

@InputType({ description: 'A fair to be announced.' })
export class PublishJobFairInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, FAIR)
  jobFairId!: string;
}

@InputType({ description: 'A fair that is not to take place.' })
export class CancelJobFairInput {
  @Field(() => ID, FAIR)
  jobFairId!: string;

  @Field(() => String, {
    description: 'Why, 2 to 500 characters; all who know the fair read it.',
  })
  reason!: string;
}

@InputType({ description: 'Which fairs.' })
export class JobFairFilter {
  @Field(() => JobFairPeriod, {
    nullable: true,
    description: 'By their time; all when left out, the latest first.',
  })
  period?: JobFairPeriod | null;

  @Field(() => RegionCodeScalar, { nullable: true, description: 'In the region or below it.' })
  regionCode?: string | null;

  @Field(() => JobFairAdmission, { nullable: true, description: 'Which organisations may come.' })
  admission?: JobFairAdmission | null;

  @Field(() => ID, { nullable: true, description: 'Held by this organisation.' })
  organiserId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'To which this organisation, an own one, is invited or registered.',
  })
  participantId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'To which a partner is invited under this agreement, as far as the viewer is concerned.',
  })
  agreementId?: string | null;
}

@ArgsType()
export class JobFairsArgs extends PageArgs {
  @Field(() => JobFairFilter, { nullable: true, description: 'Which fairs; all when left out.' })
  filter?: JobFairFilter | null;
}

export const contentSchema = z.object({
  name: text({ min: 2, max: 60 }),
  description: optionalText({ max: 4_000, multiline: true }).transform((value) => value ?? ''),
  regionCode: z.string(),
  address: text({ min: 2, max: 200 }),
  startsAt: z.date(),
  endsAt: z.date(),
  registrationClosesAt: z.date(),
  admission: z.enum(JobFairAdmission),
  seatLimit: z
    .int()
    .min(1)
    .max(10_000)
    .nullish()
    .transform((limit) => limit ?? null),
});
export const createSchema = z.object({ content: contentSchema });
export const cancelSchema = z.object({ reason: text({ min: 2, max: 500 }) });
export const filterSchema = z.object({
  filter: z
    .object({
      period: z.enum(JobFairPeriod).nullish(),
      regionCode: z.string().nullish(),
      admission: z.enum(JobFairAdmission).nullish(),
      organiserId: recordId().nullish(),
      participantId: recordId().nullish(),
      agreementId: recordId().nullish(),
    })
    .nullish(),
});

export type JobFairConditions = NonNullable<z.output<typeof filterSchema>['filter']>;

/** What a fair is, with its region found. */
export type JobFairContent = Omit<z.output<typeof contentSchema>, 'regionCode'> & {
  readonly regionId: string;
};
