import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { VerificationRepository } from '../../src/modules/organisations/verification/verification.repository.js';
import type { TestApp } from '../support/app.js';
import type { TestAccount } from './account.factory.js';
import { addDays } from './job-posting.factory.js';
import { createOrganisation, type TestOrganisation } from './organisation.factory.js';

export interface TestVerification {
  readonly id: string;
  readonly organisation: TestOrganisation;
}

export interface VerificationOptions {
  /** A new one that was never verified unless said. */
  readonly organisation?: TestOrganisation;
  /** The officer who has taken it on; nobody unless said. */
  readonly officer?: TestAccount;
}

/** A verification without evidence that waits for its bureau, or is under review. */
export async function createVerification(
  app: Pick<TestApp, 'get'>,
  options: VerificationOptions = {},
): Promise<TestVerification> {
  const organisation =
    options.organisation ?? (await createOrganisation(app, { standing: 'UNVERIFIED' }));
  const claimedBy = options.officer?.account.id ?? null;
  const verifications = app.get(VerificationRepository);
  const id = await app.get(UnitOfWork).run(async () => {
    const id = await verifications.insert({
      organisationId: organisation.id,
      requirementsEdition: '2026-01',
      note: null,
      submittedBy: organisation.administrator.account.id,
      dueOn: addDays(app.get(Clock).today(), 5),
    });
    if (claimedBy === null) return id;
    const columns = { claimedBy, claimedAt: app.get(Clock).now() };
    const step = { transition: 'claim', from: 'SUBMITTED', to: 'IN_REVIEW' } as const;
    await verifications.take(id, { ...step, accountId: claimedBy }, columns);
    return id;
  });
  return { id, organisation };
}
