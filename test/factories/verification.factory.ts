import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { VerificationRepository } from '../../src/modules/organisations/verification/verification.repository.js';
import type { TestApp } from '../support/app.js';
import { addDays } from './job-posting.factory.js';
import { createOrganisation, type TestOrganisation } from './organisation.factory.js';

export interface TestVerification {
  readonly id: string;
  readonly organisation: TestOrganisation;
}

/** A verification that waits for an officer of the bureau, without evidence. */
export async function createVerification(
  app: Pick<TestApp, 'get'>,
  options: { readonly organisation?: TestOrganisation } = {},
): Promise<TestVerification> {
  const organisation =
    options.organisation ?? (await createOrganisation(app, { standing: 'UNVERIFIED' }));
  const id = await app.get(UnitOfWork).run(() =>
    app.get(VerificationRepository).insert({
      organisationId: organisation.id,
      requirementsEdition: '2026-01',
      note: null,
      submittedBy: organisation.administrator.account.id,
      dueOn: addDays(app.get(Clock).today(), 5),
    }),
  );
  return { id, organisation };
}
