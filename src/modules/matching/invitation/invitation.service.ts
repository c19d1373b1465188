import { Injectable } from '@nestjs/common';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { isUniqueViolation } from '../../../core/database/index.js';
import { Outbox } from '../../../core/events/index.js';
import type { Connection, PageArgs } from '../../../core/graphql/index.js';
import { APPLICATION_DECIDE } from '../../applications/index.js';
import { OpenPostings } from '../../job-postings/index.js';
import { actingAccount } from '../../organisations/index.js';
import { ProfileReader } from '../../profiles/index.js';
import { candidateInvited } from '../matching.events.js';
import { CandidateCheck } from './candidate-check.service.js';
import { invitationErrors } from './invitation.errors.js';
import { InvitationLoader } from './invitation.loader.js';
import type { CandidateInvitation, InviteCandidateInput } from './invitation.model.js';
import { InvitationReader, invitationKey } from './invitation.reader.js';
import { InvitationRepository } from './invitation.repository.js';

/** Invitations an organisation may send in a day: enough for a posting, too few to write to everybody. */
export const MOST_A_DAY = 50;

const DAY_START = 'T00:00:00+08:00';

/** Inviting people who were recommended to apply. Whether to apply is theirs to decide. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly reader: InvitationReader,
    private readonly candidates: CandidateCheck,
    private readonly profiles: ProfileReader,
    private readonly open: OpenPostings,
    private readonly loader: InvitationLoader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Answers the person. */
  async invite(actor: Actor, { jobPostingId, profileId }: InviteCandidateInput): Promise<string> {
    const pair = { jobPostingId, profileId };
    const organisationId = await this.candidates.require(actor, pair);
    const since = new Date(`${this.clock.today()}${DAY_START}`);
    const count = await this.invitations.countSince(organisationId, since);
    if (count >= MOST_A_DAY) throw invitationErrors.DAILY_LIMIT({ params: { count: MOST_A_DAY } });
    try {
      await this.invitations.insert({ ...pair, organisationId });
    } catch (error) {
      if (isUniqueViolation(error, 'uq_candidate_invitations_pair'))
        throw invitationErrors.DUPLICATE({ field: ['profileId'] });
      throw error;
    }
    const subject = { type: 'profile', id: profileId };
    await this.outbox.record(candidateInvited, { ...pair, organisationId }, subject);
    return profileId;
  }

  /** What the viewer was invited to and is open now; null without a profile. */
  async own(actor: Actor, args: PageArgs): Promise<Connection<CandidateInvitation> | null> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    if (!profile) return null;
    const isOpen = await this.open.openIn(actor, 'candidate_invitations.job_posting_id');
    return this.reader.listOf(profile.id, isOpen, args);
  }

  /** When the viewer was invited to a posting. */
  async sentToViewer(actor: Actor, jobPostingId: string): Promise<Date | null> {
    if (actor.kind !== 'ACCOUNT' || actor.accountId === null) return null;
    return this.loader.load(invitationKey(actor.accountId, jobPostingId));
  }

  /** When the viewer's organisation invited a person to a posting of its own. */
  async sentByViewer(
    actor: Actor,
    pair: { readonly profileId: string; readonly jobPostingId: string },
  ): Promise<Date | null> {
    const own = organisationsWith(actor, APPLICATION_DECIDE);
    if (own.length === 0 || !isUuid(pair.jobPostingId)) return null;
    return this.reader.sentBy(pair, own);
  }
}
