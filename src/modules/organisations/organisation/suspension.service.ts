import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { organisationErrors } from './organisation.errors.js';
import { reinstatement } from './organisation.machine.js';
import { isInCharge, isMember } from './organisation.policy.js';
import { OrganisationRepository, type LockedOrganisation } from './organisation.repository.js';
import { StandingService } from './standing.service.js';
import {
  reinstatementSchema,
  suspensionSchema,
  type ReinstateOrganisationInput,
  type SuspendOrganisationInput,
} from './suspension.inputs.js';

/** The bureau in charge pauses an organisation's rights, and gives them back. */
@Injectable()
export class SuspensionService {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly standing: StandingService,
    private readonly clock: Clock,
  ) {}

  async suspend(actor: Actor, input: SuspendOrganisationInput): Promise<string> {
    const { organisationId, reason, text } = parseInput(suspensionSchema, input);
    const organisation = await this.requireInCharge(actor, organisationId);
    await this.standing.change(actor, organisation, {
      transition: 'suspend',
      by: 'BUREAU',
      reason: { code: reason, text },
    });
    return organisationId;
  }

  /** Back to what its verification is worth by now. */
  async reinstate(actor: Actor, input: ReinstateOrganisationInput): Promise<string> {
    const { organisationId, text } = parseInput(reinstatementSchema, input);
    const organisation = await this.requireInCharge(actor, organisationId);
    await this.standing.change(actor, organisation, {
      transition: reinstatement(organisation.verifiedUntil, this.clock.now()),
      by: 'BUREAU',
      reason: { code: 'REINSTATED', text },
    });
    return organisationId;
  }

  private async requireInCharge(actor: Actor, id: string): Promise<LockedOrganisation> {
    const organisation = await this.organisations.lock(id);
    if (!organisation || !isInCharge(actor, organisation))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    if (isMember(actor, id)) throw organisationErrors.OWN_ORGANISATION();
    return organisation;
  }
}
