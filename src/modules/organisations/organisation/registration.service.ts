import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Outbox } from '../../../core/events/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AccountReader } from '../../identity/index.js';
import { actingAccount } from '../acting-account.js';
import { MembershipService } from '../member/membership.service.js';
import { validityEnd } from '../verification/verification.rules.js';
import { OrganisationParticulars } from './organisation-particulars.js';
import { organisationRegistered } from './organisation.events.js';
import {
  bureauSchema,
  registrationSchema,
  type RegisterBureauInput,
  type RegisterOrganisationInput,
  type Registration,
} from './organisation.inputs.js';
import { OrganisationRepository } from './organisation.repository.js';
import { ACCOUNT_CLASSES, checkParticulars } from './organisation.rules.js';
import { StandingService } from './standing.service.js';

const PER_DAY = { points: 10, perSeconds: 86_400 };

/** How organisations come to be. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly particulars: OrganisationParticulars,
    private readonly memberships: MembershipService,
    private readonly standing: StandingService,
    private readonly accounts: AccountReader,
    private readonly limiter: RateLimiter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Whoever registers an organisation becomes its administrator; it stays unverified until the bureau has looked at it. */
  async register(actor: Actor, input: RegisterOrganisationInput): Promise<string> {
    const accountId = actingAccount(actor);
    const registration = parseInput(registrationSchema, input);
    await this.limiter.consume('organisations.register', accountId, PER_DAY);
    return this.create(actor, registration, accountId);
  }

  /** Registers a bureau that counts as verified by the administrator of the platform. */
  async registerBureau(actor: Actor, input: RegisterBureauInput): Promise<string> {
    const { administratorId, ...identity } = parseInput(bureauSchema, input);
    const administrator = administratorId ?? actingAccount(actor);
    await this.accounts.requireActive(administrator);
    const id = await this.create(actor, { ...identity, kind: 'HR_BUREAU' }, administrator);
    const bureau = await this.organisations.lock(id);
    if (!bureau) throw new Error(`Bureau ${id} was registered and is not there`);
    await this.standing.change(actor, bureau, {
      transition: 'verify',
      by: 'BUREAU',
      reason: { code: 'REGISTERED_BY_PLATFORM' },
      verification: {
        verifiedAt: this.clock.now(),
        verifiedUntil: validityEnd(this.clock.today(), null),
      },
    });
    return id;
  }

  private async create(
    actor: Actor,
    given: Partial<Registration> &
      Pick<Registration, 'kind' | 'name' | 'unifiedSocialCreditCode' | 'regionCode'>,
    administratorId: string,
  ): Promise<string> {
    const { name, namePinyin, searchText, unifiedSocialCreditCode, regionId, ...columns } =
      await this.particulars.columns(given);
    const accountClass = columns.accountClass ?? ACCOUNT_CLASSES[given.kind][0];
    if (
      !name ||
      !namePinyin ||
      !searchText ||
      !unifiedSocialCreditCode ||
      !regionId ||
      !accountClass
    )
      throw new Error('A checked registration lacks what it was checked for');
    checkParticulars({
      kind: given.kind,
      accountClass,
      hrServiceLicence: columns.hrServiceLicence ?? null,
      collegeId: columns.collegeId ?? null,
      annualGraduateIntakeMin: columns.annualGraduateIntakeMin ?? null,
      annualGraduateIntakeMax: columns.annualGraduateIntakeMax ?? null,
    });
    const id = await this.organisations.insert({
      ...columns,
      ...this.particulars.sealContact(given.contact),
      kind: given.kind,
      name,
      namePinyin,
      searchText,
      unifiedSocialCreditCode,
      regionId,
      accountClass,
      registeredBy: actor.accountId,
    });
    await this.organisations.appendHistory({
      organisationId: id,
      change: 'REGISTERED',
      toStanding: 'UNVERIFIED',
      changedFields: [],
      accountId: actor.accountId,
    });
    await this.outbox.record(
      organisationRegistered,
      { organisationId: id },
      { type: 'organisation', id },
    );
    await this.memberships.join(actor, id, administratorId, 'ADMINISTRATOR');
    return id;
  }
}
