import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { text } from '../../../core/validation/index.js';

@InputType({
  description: 'How a student works and is paid; part of the text of an internship agreement.',
})
export class AgreementInternshipInput {
  @Field(() => String, { description: 'The post, 2 to 60 characters.' })
  postTitle!: string;

  @Field(() => Int, { description: 'What the student is paid every month, in yuan.' })
  monthlyPay!: number;

  @Field(() => Int, {
    description: 'What an employee in the same post is paid a month, or its lowest grade, in yuan.',
  })
  postMonthlyPay!: number;

  @Field(() => Float, { description: 'Hours a day, in halves.' })
  hoursPerDay!: number;

  @Field(() => Float, { description: 'Hours a week, in halves.' })
  hoursPerWeek!: number;

  @Field(() => Boolean, { description: 'Whether there is work at night.' })
  hasNightWork!: boolean;

  @Field(() => Int, { description: 'Employees of the host.' })
  hostEmployees!: number;

  @Field(() => Int, { description: 'Of them those in such posts.' })
  postEmployees!: number;

  @Field(() => String, { description: 'Name of who guides the student at the college.' })
  collegeTutor!: string;

  @Field(() => String, { description: 'Name of who guides the student at the host.' })
  hostTutor!: string;
}

const hours = (max: number): z.ZodType<number> => z.number().min(0.5).max(max).multipleOf(0.5);
const people = z.int().min(1).max(1_000_000);
const name = text({ min: 2, max: 40 });

export const internshipSchema = z
  .object({
    postTitle: text({ min: 2, max: 60 }),
    monthlyPay: z.int().min(0).max(1_000_000),
    postMonthlyPay: z.int().min(1).max(1_000_000),
    hoursPerDay: hours(24),
    hoursPerWeek: hours(168),
    hasNightWork: z.boolean(),
    hostEmployees: people,
    postEmployees: people,
    collegeTutor: name,
    hostTutor: name,
  })
  .refine(({ postEmployees, hostEmployees }) => postEmployees <= hostEmployees, {
    path: ['postEmployees'],
  })
  .refine(({ hoursPerDay, hoursPerWeek }) => hoursPerDay <= hoursPerWeek, {
    path: ['hoursPerWeek'],
  })
  .nullish();
