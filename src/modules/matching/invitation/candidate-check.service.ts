import { Injectable } from '@nestjs/common';
import { holds, type Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { APPLICATION_DECIDE, ApplicationReader } from '../../applications/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { CandidateReader, ProfileReader } from '../../profiles/index.js';
import { invitationErrors } from './invitation.errors.js';
import { InvitationReader } from './invitation.reader.js';

/** Whether a person may be invited: by the posting's own officers, as a candidate of an open posting, or as one a search finds. */
@Injectable()
export class CandidateCheck {
  constructor(
    private readonly postings: JobPostingReader,
    private readonly profiles: ProfileReader,
    private readonly findable: CandidateReader,
    private readonly applications: ApplicationReader,
    private readonly reader: InvitationReader,
  ) {}

  /** Answers the organisation that invites. */
  async require(
    actor: Actor,
    pair: { readonly jobPostingId: string; readonly profileId: string },
  ): Promise<string> {
    const { jobPostingId, profileId } = pair;
    const posting = await this.postings.find(actor, jobPostingId);
    const organisationId = posting?.organisationId ?? null;
    if (organisationId === null || !holds(actor, APPLICATION_DECIDE, organisationId))
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    const field = ['profileId'];
    const profile = await this.profiles.find(actor, profileId);
    if (
      !profile ||
      !((await this.reader.isCandidate(pair)) || (await this.isFound(actor, profileId)))
    )
      throw invitationErrors.NOT_A_CANDIDATE({ field });
    const [open] = await this.postings.matchFeatures({ ids: [jobPostingId] });
    if (!open || open.freeSeats === 0) throw invitationErrors.NOT_OPEN({ field: ['jobPostingId'] });
    if (!profile.takesInvitations) throw invitationErrors.NOT_WANTED({ field });
    if (await this.applications.hasApplied(profileId, jobPostingId))
      throw invitationErrors.ALREADY_APPLIED({ field });
    return organisationId;
  }

  private async isFound(actor: Actor, profileId: string): Promise<boolean> {
    return (await this.findable.findMany(actor, [profileId])).length > 0;
  }
}
