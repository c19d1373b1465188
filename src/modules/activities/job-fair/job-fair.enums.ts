import { registerEnumType } from '@nestjs/graphql';

export const JobFairAdmission = { OPEN: 'OPEN', PARTNERS: 'PARTNERS' } as const;
export type JobFairAdmission = keyof typeof JobFairAdmission;

registerEnumType(JobFairAdmission, {
  name: 'JobFairAdmission',
  description: 'Which organisations may take part in a fair.',
  valuesMap: {
    OPEN: { description: 'Every verified organisation; everybody sees the fair.' },
    PARTNERS: {
      description:
        'Only those invited as partners by an agreement in force; others do not see the fair.',
    },
  },
});

export const JobFairState = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  CANCELLED: 'CANCELLED',
  ENDED: 'ENDED',
} as const;
export type JobFairState = keyof typeof JobFairState;
/** What is written down; that a fair has ended is a matter of the moment. */
export type JobFairStage = Exclude<JobFairState, 'ENDED'>;

registerEnumType(JobFairState, {
  name: 'JobFairState',
  description: 'Where a fair stands.',
  valuesMap: {
    DRAFT: { description: 'Known to its organiser alone.' },
    PUBLISHED: { description: 'Announced; it is to come or on.' },
    CANCELLED: { description: 'It does not take place.' },
    ENDED: { description: 'Its end has passed.' },
  },
});

export const JobFairPeriod = { UPCOMING: 'UPCOMING', PAST: 'PAST' } as const;
export type JobFairPeriod = keyof typeof JobFairPeriod;

registerEnumType(JobFairPeriod, {
  name: 'JobFairPeriod',
  description: 'Which fairs by their time.',
  valuesMap: {
    UPCOMING: { description: 'Those to come or on, the soonest first.' },
    PAST: { description: 'Those whose end has passed, the latest first.' },
  },
});
