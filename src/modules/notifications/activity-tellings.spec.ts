import { jobFairCancelled, jobFairInvited, jobFairMoved } from '../activities/index.js';
import { ACTIVITY_TELLINGS } from './activity-tellings.js';

const id = (n: number): string => `0199d0c4-0000-7000-8000-${String(n).padStart(12, '0')}`;

it.each([
  [jobFairInvited, 'JOB_FAIR_INVITED'],
  [jobFairMoved, 'JOB_FAIR_MOVED'],
  [jobFairCancelled, 'JOB_FAIR_CANCELLED'],
] as const)('tells the organisation of %o, with who holds the fair', (event, kind) => {
  const telling = ACTIVITY_TELLINGS.find((candidate) => candidate.event === event);
  const place = { jobFairId: id(5), placeId: id(9), organisationId: id(7), organiserId: id(6) };
  expect(telling?.notices(place, { actorId: null })).toEqual([
    {
      kind,
      audience: { to: 'organisation', organisationId: id(7) },
      params: { jobFairId: id(5), organisationId: id(6) },
    },
  ]);
});
