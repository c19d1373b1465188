import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { actingAccount } from '../../organisations/index.js';
import { ProfileReader } from '../../profiles/index.js';
import { ApplicationSteps } from './application-steps.service.js';
import { applicationErrors } from './application.errors.js';
import { applicationSubmitted } from './application.events.js';
import {
  submitSchema,
  type ApplicationIdInput,
  type SubmitApplicationInput,
} from './application.inputs.js';
import { ApplicationRepository } from './application.repository.js';
import { employerAnswerDue } from './application.rules.js';

/** The applicant's side: applying and withdrawing. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly steps: ApplicationSteps,
    private readonly postings: JobPostingReader,
    private readonly profiles: ProfileReader,
    private readonly clock: Clock,
  ) {}

  /** Sends the profile as it is now, with the consent to give it to this employer. */
  async submit(actor: Actor, input: SubmitApplicationInput): Promise<string> {
    const { jobPostingId, hasConsented, coverNote } = parseInput(submitSchema, input);
    const accountId = actingAccount(actor);
    const posting = await this.postings.requireOpenForApplications(actor, jobPostingId);
    const { organisationId } = posting;
    if (organisationId === null) throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    if (actor.grants.some((grant) => grant.organisationId === organisationId)) {
      throw applicationErrors.OWN_POSTING({ field: ['jobPostingId'] });
    }
    if (!hasConsented) throw applicationErrors.NO_CONSENT({ field: ['hasConsented'] });
    const profile = await this.profiles.requireOwn(accountId);
    const snapshot = await this.profiles.snapshot(profile.id);
    const { phone, email } = snapshot.contact;
    if (snapshot.fullName === null || (phone === null && email === null)) {
      throw applicationErrors.PROFILE_EMPTY();
    }
    const id = await this.applications.insert({
      jobPostingId,
      profileId: profile.id,
      accountId,
      organisationId,
      coverNote: coverNote ?? null,
      answerDueAt: employerAnswerDue(this.clock.now()),
      snapshot,
    });
    const application = await this.applications.lock(id);
    if (application) await this.steps.tell(applicationSubmitted, application, {});
    return id;
  }

  async withdraw(actor: Actor, { applicationId }: ApplicationIdInput): Promise<string> {
    const { application } = await this.steps.require(actor, applicationId, 'APPLICANT');
    await this.steps.end(actor, application, 'withdraw', 'APPLICANT', 'WITHDRAWN');
    return application.id;
  }
}
