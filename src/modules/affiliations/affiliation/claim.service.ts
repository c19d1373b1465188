import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { inputErrors, requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount, OrganisationReader } from '../../organisations/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { AffiliationSteps } from './affiliation-steps.service.js';
import { affiliationErrors } from './affiliation.errors.js';
import { affiliationClaimed, affiliationLeft } from './affiliation.events.js';
import {
  claimSchema,
  leaveSchema,
  type Claim,
  type ClaimAffiliationInput,
  type LeaveAffiliationInput,
} from './affiliation.inputs.js';
import { isOwn } from './affiliation.policy.js';
import { AffiliationRepository } from './affiliation.repository.js';
import { graduationYears, isPlausibleYear, isSameName } from './affiliation.rules.js';

/** Tries a person has in a day: enough for a slip of the pen, too few to guess classmates' numbers. */
const CLAIMS = { points: 10, perSeconds: 86_400 };

/** The student's side. What a claim is refused for never tells which numbers or names a roster has. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly affiliations: AffiliationRepository,
    private readonly steps: AffiliationSteps,
    private readonly organisations: OrganisationReader,
    private readonly reference: ReferenceReader,
    private readonly limiter: RateLimiter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async claim(actor: Actor, input: ClaimAffiliationInput): Promise<string> {
    const claim = parseInput(claimSchema, input);
    const accountId = actingAccount(actor);
    await this.limiter.consume('affiliations.claim', accountId, CLAIMS);
    await this.requireCollege(actor, claim.collegeId);
    if (await this.affiliations.hasOpen(accountId, claim.collegeId))
      throw affiliationErrors.ALREADY_CLAIMED({ field: ['collegeId'] });
    const id = claim.withoutRoster
      ? await this.claimBeside(actor, accountId, claim, claim.withoutRoster)
      : await this.claimRostered(actor, accountId, claim);
    await this.outbox.record(
      affiliationClaimed,
      { affiliationId: id, collegeId: claim.collegeId, accountId },
      { type: 'affiliation', id },
    );
    return id;
  }

  async leave(actor: Actor, input: LeaveAffiliationInput): Promise<string> {
    const { affiliationId } = parseInput(leaveSchema, input);
    const accountId = actingAccount(actor);
    const affiliation = (await this.affiliations.lockMany([affiliationId])).get(affiliationId);
    if (!affiliation || !isOwn(actor, affiliation))
      throw requestErrors.NOT_FOUND({ field: ['affiliationId'] });
    await this.steps.take(actor, affiliation, 'leave', {
      by: 'STUDENT',
      columns: { leftAt: this.clock.now() },
    });
    await this.outbox.record(
      affiliationLeft,
      {
        affiliationId,
        collegeId: affiliation.collegeId,
        accountId,
        isByCollege: false,
        wasConfirmed: affiliation.state === 'CONFIRMED',
      },
      { type: 'affiliation', id: affiliationId },
    );
    return affiliationId;
  }

  private async requireCollege(actor: Actor, collegeId: string): Promise<void> {
    const college = await this.organisations.find(actor, collegeId);
    if (college?.kind !== 'COLLEGE') throw requestErrors.NOT_FOUND({ field: ['collegeId'] });
    if (college.standing !== 'VERIFIED')
      throw affiliationErrors.COLLEGE_PAUSED({ field: ['collegeId'] });
  }

  private async claimRostered(actor: Actor, accountId: string, claim: Claim): Promise<string> {
    const { collegeId, studentNumber, studentName } = claim;
    const place = await this.affiliations.lockRostered(collegeId, studentNumber);
    if (!place || !isSameName(place.name, studentName)) throw affiliationErrors.NOT_ON_ROSTER();
    await this.steps.take(actor, place, 'claim', {
      by: 'STUDENT',
      columns: { accountId, claimedAt: this.clock.now() },
    });
    return place.id;
  }

  private async claimBeside(
    actor: Actor,
    accountId: string,
    { collegeId, studentNumber, studentName }: Claim,
    particulars: NonNullable<Claim['withoutRoster']>,
  ): Promise<string> {
    return this.affiliations.insert(
      {
        collegeId,
        studentNumber,
        studentName,
        ...(await this.checked(particulars)),
        isOnRoster: false,
        state: 'CLAIMED',
        accountId,
        claimedAt: this.clock.now(),
      },
      'claim',
      actor.accountId,
    );
  }

  private async checked(particulars: NonNullable<Claim['withoutRoster']>) {
    const field = (name: string): string[] => ['withoutRoster', name];
    const { majorCode, educationLevelCode, graduationYear } = particulars;
    const major =
      typeof majorCode === 'string'
        ? await this.reference.requireMajor(majorCode, field('majorCode'))
        : null;
    const majorName = major?.name ?? particulars.majorName;
    if (!majorName) throw inputErrors.REQUIRED({ field: field('majorName') });
    const level =
      typeof educationLevelCode === 'string'
        ? await this.reference.requireEducationLevel(
            educationLevelCode,
            field('educationLevelCode'),
          )
        : null;
    const today = this.clock.today();
    if (!isPlausibleYear(graduationYear, today))
      throw affiliationErrors.YEAR_IMPLAUSIBLE({
        field: field('graduationYear'),
        params: graduationYears(today),
      });
    return {
      majorCode: major?.code ?? null,
      majorName,
      className: particulars.className ?? null,
      educationLevelCode: level?.code ?? null,
      graduationYear,
    };
  }
}
