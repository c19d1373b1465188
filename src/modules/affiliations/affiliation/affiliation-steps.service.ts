import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import type { AffiliationState } from '../../../generated/prisma/enums.js';
import { affiliationMachine, reopens, type AffiliationTransition } from './affiliation.machine.js';
import type { Affiliation } from './affiliation.model.js';
import { AffiliationRepository, type AffiliationColumns } from './affiliation.repository.js';

export interface StepDetails {
  readonly by: 'STUDENT' | 'COLLEGE' | 'PLATFORM';
  readonly columns?: AffiliationColumns;
  readonly reason?: string | null;
}

/** One step of the machine, with its row of history and the fresh place of the roster it may leave behind. */
@Injectable()
export class AffiliationSteps {
  constructor(private readonly affiliations: AffiliationRepository) {}

  async take(
    actor: Actor,
    affiliation: Affiliation,
    transition: AffiliationTransition,
    { by, columns = {}, reason = null }: StepDetails,
  ): Promise<AffiliationState> {
    const to = affiliationMachine.next(affiliation.state, transition, by);
    const step = { transition, from: affiliation.state, to, actorId: actor.accountId, reason };
    if (!(await this.affiliations.take(affiliation.id, step, columns)))
      throw requestErrors.STALE({ field: ['affiliationId'] });
    if (affiliation.isOnRoster && reopens(transition)) await this.reopen(actor, affiliation);
    return to;
  }

  /** Somebody let go of a place of the roster: it can be claimed anew, by the right person. */
  private async reopen(actor: Actor, affiliation: Affiliation): Promise<void> {
    await this.affiliations.insert(
      {
        collegeId: affiliation.collegeId,
        studentNumber: affiliation.number,
        studentName: affiliation.name,
        majorCode: affiliation.majorCode,
        majorName: affiliation.majorName,
        className: affiliation.className,
        educationLevelCode: affiliation.educationLevelCode,
        graduationYear: affiliation.graduationYear,
        isOnRoster: true,
        state: 'ROSTERED',
      },
      'reopen',
      actor.accountId,
    );
  }
}
