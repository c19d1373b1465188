import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import {
  OrganisationRepository,
  type LockedOrganisation,
} from '../organisation/organisation.repository.js';
import { verificationMachine, type VerificationTransition } from './verification.machine.js';
import {
  VerificationRepository,
  type VerificationColumns,
  type VerificationRow,
} from './verification.repository.js';

export interface Subject {
  readonly verification: VerificationRow;
  readonly organisation: LockedOrganisation;
}

/** What applicants and officers share: finding the verification, and taking one step of its machine. */
@Injectable()
export class VerificationSteps {
  constructor(
    private readonly verifications: VerificationRepository,
    private readonly organisations: OrganisationRepository,
  ) {}

  /**
   * The verification with its organisation locked, read anew under the lock; one the actor has no part in is answered
   * as if there were none.
   */
  async require(
    id: string,
    mayAct: (organisation: LockedOrganisation) => boolean,
  ): Promise<Subject> {
    const found = await this.verifications.find(id);
    const organisation = found && (await this.organisations.lock(found.organisationId));
    const verification =
      organisation && mayAct(organisation) ? await this.verifications.find(id) : null;
    if (!organisation || !verification)
      throw requestErrors.NOT_FOUND({ field: ['verificationId'] });
    return { verification, organisation };
  }

  /** By the machine, with a row of history; refused when the state does not allow it. */
  async take(
    actor: Actor,
    verification: VerificationRow,
    transition: VerificationTransition,
    by: 'OFFICER' | 'APPLICANT',
    columns: VerificationColumns = {},
    reason: string | null = null,
  ): Promise<void> {
    const to = verificationMachine.next(verification.state, transition, by);
    const step = { transition, from: verification.state, to, accountId: actor.accountId, reason };
    if (!(await this.verifications.take(verification.id, step, columns)))
      throw requestErrors.STALE({ field: ['verificationId'] });
  }
}
