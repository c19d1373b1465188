import { Injectable } from '@nestjs/common';
import { ApplicationReader } from '../applications/index.js';
import { AccountReader } from '../identity/index.js';
import { JobPostingReader, QuestionReader, ReportReader } from '../job-postings/index.js';
import { OrganisationReader, type MemberRole } from '../organisations/index.js';
import { ProfileReader } from '../profiles/index.js';
import { SYSTEM } from '../../core/auth/index.js';
import type { Audience } from './notification-notices.js';
import type { NotificationParams } from './notification.params.js';

/** Roles that do the work of an organisation; viewers are not told. */
export const TOLD_ROLES = [
  'OFFICER',
  'ADMINISTRATOR',
] as const satisfies readonly (keyof typeof MemberRole)[];

export interface Receiver {
  readonly accountId: string;
  /** What a notice to this receiver knows besides the others. */
  readonly params: NotificationParams;
}

/** Who belongs to an audience at the moment. */
@Injectable()
export class NotificationReceivers {
  constructor(
    private readonly organisations: OrganisationReader,
    private readonly postings: JobPostingReader,
    private readonly questions: QuestionReader,
    private readonly reports: ReportReader,
    private readonly applications: ApplicationReader,
    private readonly profiles: ProfileReader,
    private readonly accounts: AccountReader,
  ) {}

  /** Each account once; nobody is told of what he did himself for an organisation. */
  async of(audience: Audience, actorId: string | null): Promise<Receiver[]> {
    const found = await this.find(audience);
    return found.filter(
      ({ accountId, params }) => params.asOrganisationId === undefined || accountId !== actorId,
    );
  }

  /** Those of the accounts that have not been closed: what was closed is told nothing more. */
  async open(accountIds: readonly string[]): Promise<Set<string>> {
    const accounts = await this.accounts.findMany([...new Set(accountIds)]);
    return new Set(
      [...accounts.values()].filter(({ state }) => state !== 'CLOSED').map(({ id }) => id),
    );
  }

  private async find(audience: Audience): Promise<Receiver[]> {
    switch (audience.to) {
      case 'account':
        return person(audience.accountId);
      case 'askerOf':
        return person(await this.questions.askerOf(audience.questionId));
      case 'reporterOf':
        return person(await this.reports.reporterOf(audience.reportId));
      case 'ownerOf': {
        const profile = await this.profiles.find(SYSTEM, audience.profileId);
        return person(profile?.accountId ?? null);
      }
      case 'applicantsTo':
        return (await this.applications.openApplicantsOf(audience.jobPostingId)).map(
          ({ accountId, applicationId }) => ({ accountId, params: { applicationId } }),
        );
      case 'organisation':
        return this.membersOf([audience.organisationId]);
      case 'employerOf': {
        const [posting] = await this.postings.findAny([audience.jobPostingId]);
        return this.membersOf(posting?.organisationId ? [posting.organisationId] : []);
      }
      case 'bureauOfOrganisation':
        return this.bureauOf(await this.regionOf(audience.organisationId));
      case 'bureauOfPosting':
        return this.bureauOf(await this.regionOfPosting(audience.jobPostingId));
      case 'bureauOfReport': {
        const { organisationId, jobPostingId } = await this.reports.requireById(audience.reportId);
        return this.bureauOf(
          organisationId === null
            ? await this.regionOfPosting(jobPostingId)
            : await this.regionOf(organisationId),
        );
      }
    }
  }

  private async bureauOf(regionId: string | null): Promise<Receiver[]> {
    return regionId === null ? [] : this.membersOf(await this.organisations.bureauxFor(regionId));
  }

  private async membersOf(organisationIds: readonly string[]): Promise<Receiver[]> {
    const receivers: Receiver[] = [];
    for (const asOrganisationId of organisationIds)
      for (const accountId of await this.organisations.membersOf(asOrganisationId, TOLD_ROLES))
        receivers.push({ accountId, params: { asOrganisationId } });
    return receivers;
  }

  private async regionOf(organisationId: string): Promise<string | null> {
    const [organisation] = await this.organisations.findMany([organisationId]);
    return organisation?.regionId ?? null;
  }

  private async regionOfPosting(jobPostingId: string | null): Promise<string | null> {
    const [posting] = jobPostingId === null ? [] : await this.postings.findAny([jobPostingId]);
    if (!posting) return null;
    // The region itself ends the path of its ancestors.
    return posting.chargeRegionIds.at(-1) ?? null;
  }
}

function person(accountId: string | null): Receiver[] {
  return accountId === null ? [] : [{ accountId, params: {} }];
}
