import { registerEnumType } from '@nestjs/graphql';

export const JobFairPlaceState = {
  INVITED: 'INVITED',
  REGISTERED: 'REGISTERED',
  DECLINED: 'DECLINED',
  LEFT: 'LEFT',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type JobFairPlaceState = keyof typeof JobFairPlaceState;

registerEnumType(JobFairPlaceState, {
  name: 'JobFairPlaceState',
  description: 'Where an organisation stands with a fair.',
  valuesMap: {
    INVITED: { description: 'It is invited and has not answered.' },
    REGISTERED: { description: 'It comes.' },
    DECLINED: { description: 'It declined, with a reason.' },
    LEFT: { description: 'It was registered and comes no more.' },
    WITHDRAWN: {
      description: 'The agreement it was invited under ended before it answered.',
    },
  },
});

export const JobFairWithdrawalCause = {
  AGREEMENT_EXPIRED: 'AGREEMENT_EXPIRED',
  AGREEMENT_TERMINATED: 'AGREEMENT_TERMINATED',
  AGREEMENT_SUSPENDED: 'AGREEMENT_SUSPENDED',
  AGREEMENT_SUPERSEDED: 'AGREEMENT_SUPERSEDED',
} as const;
export type JobFairWithdrawalCause = keyof typeof JobFairWithdrawalCause;

registerEnumType(JobFairWithdrawalCause, {
  name: 'JobFairWithdrawalCause',
  description: 'Why an invitation was withdrawn.',
  valuesMap: {
    AGREEMENT_EXPIRED: { description: 'The term of the agreement is over.' },
    AGREEMENT_TERMINATED: { description: 'A party terminated the agreement.' },
    AGREEMENT_SUSPENDED: { description: 'A party holds the agreement up.' },
    AGREEMENT_SUPERSEDED: { description: 'An amendment without both took its place.' },
  },
});
