import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { invitationErrors } from './invitation.errors.js';
import {
  invitationMachine,
  type InvitationRole,
  type InvitationTransition,
} from './invitation.machine.js';
import { InvitationRepository, type InvitationRow } from './invitation.repository.js';

/** What both sides of an invitation share. */
@Injectable()
export class InvitationSteps {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  isOver({ expiresAt }: InvitationRow): boolean {
    return expiresAt.getTime() <= this.clock.now().getTime();
  }

  /** By the machine; refused when the state does not allow it or somebody was faster. */
  async take(
    invitation: InvitationRow,
    transition: InvitationTransition,
    by: InvitationRole,
    answeredBy: string | null,
  ): Promise<void> {
    const to = invitationMachine.next(invitation.state, transition, by);
    if (!(await this.invitations.setState(invitation.id, invitation.state, to, answeredBy)))
      throw invitationErrors.WRONG_STATE();
  }
}
