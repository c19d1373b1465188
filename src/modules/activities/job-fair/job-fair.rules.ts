import { jobFairErrors } from './job-fair.errors.js';

export interface FairTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly registrationClosesAt: Date;
}

/** A published fair has ended once its end has passed. */
export function stateAt<Stage extends string>(
  stage: Stage,
  { endsAt }: Pick<FairTimes, 'endsAt'>,
  now: Date,
): Stage | 'ENDED' {
  return stage === 'PUBLISHED' && endsAt <= now ? 'ENDED' : stage;
}

/** Whether organisations may register, answer and leave now. */
export function isRegistrationOpen(
  { stage, registrationClosesAt }: { readonly stage: string; readonly registrationClosesAt: Date },
  now: Date,
): boolean {
  return stage === 'PUBLISHED' && now < registrationClosesAt;
}

export function checkTimes(
  { startsAt, endsAt, registrationClosesAt }: FairTimes,
  field: readonly string[] = [],
): void {
  if (endsAt <= startsAt) throw jobFairErrors.TIMES_UPSIDE_DOWN({ field: [...field, 'endsAt'] });
  if (registrationClosesAt > startsAt)
    throw jobFairErrors.TIMES_UPSIDE_DOWN({ field: [...field, 'registrationClosesAt'] });
}

/** Whether those who are to come have to be told that it is elsewhere or at another time. */
export function isMoved(
  before: FairTimes & { readonly regionId: string; readonly address: string },
  after: FairTimes & { readonly regionId: string; readonly address: string },
): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.regionId !== after.regionId ||
    before.address !== after.address
  );
}
