import { UnitOfWork } from '../../src/core/database/index.js';
import { JobFairRepository } from '../../src/modules/activities/job-fair/job-fair.repository.js';
import { PlaceRepository } from '../../src/modules/activities/place/place.repository.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { createJobFair } from '../factories/job-fair.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import type { TestApp } from '../support/app.js';

/** Fairs of a college for its partners, one for each thing that can be done with one. */
export async function createFairs(
  app: TestApp,
  parties: { readonly college: TestOrganisation; readonly enterprise: TestOrganisation },
  regionCode: string,
): Promise<Record<string, string>> {
  const { college: organiser, enterprise } = parties;
  const { id: agreementId } = await createAgreement(app, parties);
  const invited = [{ organisationId: enterprise.id, agreementId }];
  const fair = (more: object) => createJobFair(app, { organiser, regionCode, ...more });
  const joined = await fair({ invited });
  await app.get(UnitOfWork).run(async () => {
    const places = app.get(PlaceRepository);
    const place = await places.find(joined.id, enterprise.id);
    if (!place) throw new Error('Nobody is invited');
    await places.take(place, 'REGISTERED', { answeredAt: new Date() }, null);
    await app.get(JobFairRepository).takeSeats(joined.id, 1);
  });
  return {
    jobFair: (await fair({ invited })).id,
    draftFair: (await fair({ stage: 'DRAFT' })).id,
    spareFair: (await fair({})).id,
    invitingFair: (await fair({ invited })).id,
    joinedFair: joined.id,
    fairAgreement: agreementId,
  };
}
