import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { JobFairRepository } from '../../src/modules/activities/job-fair/job-fair.repository.js';
import { PlaceRepository } from '../../src/modules/activities/place/place.repository.js';
import type { TestApp } from '../support/app.js';
import { REGION, regionId } from './reference-data.factory.js';

const DAY = 86_400_000;

export interface JobFairOptions {
  readonly organiser: { readonly id: string };
  /** PARTNERS unless said. */
  readonly admission?: 'OPEN' | 'PARTNERS';
  /** PUBLISHED unless said. */
  readonly stage?: 'DRAFT' | 'PUBLISHED';
  /** As many as come unless said. */
  readonly seatLimit?: number;
  readonly name?: string;
  /** Wuzhong unless said. */
  readonly regionCode?: string;
  /** Days from now until it begins; ten unless said. */
  readonly inDays?: number;
  readonly invited?: readonly { readonly organisationId: string; readonly agreementId: string }[];
  /** Those that come without an invitation, to a fair that is open. */
  readonly registered?: readonly { readonly id: string }[];
}

/** A fair as if it had long been there: no events. Registration closes a day before it begins; it lasts eight hours. */
export async function createJobFair(
  app: Pick<TestApp, 'get'>,
  options: JobFairOptions,
): Promise<{ readonly id: string }> {
  const fairs = app.get(JobFairRepository);
  const places = app.get(PlaceRepository);
  const starts = app.get(Clock).now().getTime() + (options.inDays ?? 10) * DAY;
  const { stage = 'PUBLISHED', invited = [], registered = [] } = options;
  return app.get(UnitOfWork).run(async () => {
    const id = await fairs.insert(
      options.organiser.id,
      {
        name: options.name ?? '秋季校园招聘会',
        description: '面向应届毕业生。',
        regionId: regionId(options.regionCode ?? REGION.wuzhong),
        address: '体育馆一层',
        startsAt: new Date(starts),
        endsAt: new Date(starts + DAY / 3),
        registrationClosesAt: new Date(starts - DAY),
        admission: options.admission ?? 'PARTNERS',
        seatLimit: options.seatLimit ?? null,
      },
      null,
    );
    if (stage === 'PUBLISHED') await fairs.take({ id, stage: 'DRAFT' }, 'PUBLISHED', null);
    if (invited.length > 0) await places.invite(id, invited);
    for (const organisation of registered) {
      await places.insertRegistered(
        { jobFairId: id, organisationId: organisation.id, agreementId: null },
        null,
      );
      await fairs.takeSeats(id, 1);
    }
    return { id };
  });
}
