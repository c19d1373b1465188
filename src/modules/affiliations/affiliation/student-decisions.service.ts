import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError, requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AffiliationSteps } from './affiliation-steps.service.js';
import { affiliationErrors } from './affiliation.errors.js';
import { affiliationConfirmed, affiliationLeft, affiliationRefused } from './affiliation.events.js';
import {
  confirmSchema,
  endSchema,
  refuseSchema,
  type ConfirmAffiliationsInput,
  type EndAffiliationsInput,
  type RefuseAffiliationsInput,
} from './affiliation.inputs.js';
import type { Affiliation } from './affiliation.model.js';
import { isOwn, mayManage } from './affiliation.policy.js';
import { AffiliationRepository } from './affiliation.repository.js';
import { isSameName } from './affiliation.rules.js';

/** What became of each of many: ids of those done, and for the others their place in the input and the code of the refusal. */
export interface BulkOutcome {
  readonly doneIds: readonly string[];
  readonly refused: readonly { readonly index: number; readonly code: string }[];
}

type Subject = Affiliation & { readonly accountId: string };

/** The college's side: each of up to a hundred is decided for itself, one refusal does not stop the others. */
@Injectable()
export class StudentDecisions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly affiliations: AffiliationRepository,
    private readonly steps: AffiliationSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  confirm(actor: Actor, input: ConfirmAffiliationsInput): Promise<BulkOutcome> {
    const { affiliationIds } = parseInput(confirmSchema, input);
    return this.each(actor, affiliationIds, async (affiliation) => {
      const { id, collegeId, accountId } = affiliation;
      const isOnRoster = affiliation.isOnRoster || (await this.takeRosteredTwin(affiliation));
      await this.steps.take(actor, affiliation, 'confirm', {
        by: 'COLLEGE',
        columns: { ...this.decided(actor), isOnRoster },
      });
      await this.outbox.record(
        affiliationConfirmed,
        { affiliationId: id, collegeId, accountId },
        { type: 'affiliation', id },
      );
    });
  }

  refuse(actor: Actor, input: RefuseAffiliationsInput): Promise<BulkOutcome> {
    const { affiliationIds, reason } = parseInput(refuseSchema, input);
    return this.each(actor, affiliationIds, async (affiliation) => {
      const { id, collegeId, accountId } = affiliation;
      await this.steps.take(actor, affiliation, 'refuse', {
        by: 'COLLEGE',
        columns: { ...this.decided(actor), refusalReason: reason },
        reason,
      });
      await this.outbox.record(
        affiliationRefused,
        { affiliationId: id, collegeId, accountId },
        { type: 'affiliation', id },
      );
    });
  }

  end(actor: Actor, input: EndAffiliationsInput): Promise<BulkOutcome> {
    const { affiliationIds, reason } = parseInput(endSchema, input);
    return this.each(actor, affiliationIds, async (affiliation) => {
      const { id, collegeId, accountId } = affiliation;
      await this.steps.take(actor, affiliation, 'end', {
        by: 'COLLEGE',
        columns: { leftAt: this.clock.now() },
        reason: reason ?? null,
      });
      await this.outbox.record(
        affiliationLeft,
        { affiliationId: id, collegeId, accountId, isByCollege: true, wasConfirmed: true },
        { type: 'affiliation', id },
      );
    });
  }

  private decided(actor: Actor) {
    return { decidedAt: this.clock.now(), decidedBy: actor.accountId };
  }

  /**
   * A claim made before the roster came: the roster's own place for the same student gives way to it. A place of
   * another name under that number stays, and the confirmation is refused by the unique number.
   */
  private async takeRosteredTwin({ collegeId, number, name }: Affiliation): Promise<boolean> {
    const twin = await this.affiliations.lockRostered(collegeId, number);
    if (!twin) return false;
    if (!isSameName(twin.name, name)) throw affiliationErrors.NUMBER_TAKEN();
    await this.affiliations.removeRostered(twin.id);
    return true;
  }

  private async each(
    actor: Actor,
    ids: readonly string[],
    decide: (affiliation: Subject) => Promise<void>,
  ): Promise<BulkOutcome> {
    const locked = await this.affiliations.lockMany(ids);
    const doneIds: string[] = [];
    const refused: { index: number; code: string }[] = [];
    for (const [index, id] of ids.entries()) {
      try {
        await this.uow.attempt(() => decide(this.subject(actor, locked.get(id), doneIds)));
        doneIds.push(id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ index, code: error.code });
      }
    }
    return { doneIds, refused };
  }

  /** Another college's place is answered as one that does not exist. */
  private subject(
    actor: Actor,
    affiliation: Affiliation | undefined,
    doneIds: readonly string[],
  ): Subject {
    if (!affiliation || !mayManage(actor, affiliation.collegeId)) throw requestErrors.NOT_FOUND();
    if (doneIds.includes(affiliation.id)) throw affiliationErrors.WRONG_STATE();
    if (isOwn(actor, affiliation)) throw affiliationErrors.OWN_PLACE();
    const { accountId } = affiliation;
    if (accountId === null) throw affiliationErrors.WRONG_STATE();
    return { ...affiliation, accountId };
  }
}
