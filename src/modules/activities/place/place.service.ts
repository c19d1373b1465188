import { Injectable } from '@nestjs/common';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { PartnerReader } from '../../agreements/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { JOB_FAIR_JOIN } from '../activities.permissions.js';
import { jobFairErrors } from '../job-fair/job-fair.errors.js';
import type { JobFair } from '../job-fair/job-fair.model.js';
import { JobFairReader } from '../job-fair/job-fair.reader.js';
import { JobFairRepository } from '../job-fair/job-fair.repository.js';
import { placeErrors } from './place.errors.js';
import {
  refusalSchema,
  registerSchema,
  type JobFairPlaceInput,
  type JobFairRefusalInput,
  type RegisterForJobFairInput,
} from './place.inputs.js';
import { placeMachine } from './place.machine.js';
import { PlaceRepository, type PlaceRow } from './place.repository.js';

const POSTINGS = 'jobPostingIds';

/** Registering for fairs, declining and leaving. */
@Injectable()
export class PlaceService {
  constructor(
    private readonly reader: JobFairReader,
    private readonly fairs: JobFairRepository,
    private readonly places: PlaceRepository,
    private readonly partners: PartnerReader,
    private readonly postings: JobPostingReader,
    private readonly clock: Clock,
  ) {}

  /** Registers the organisation, or changes what it brings. */
  async register(actor: Actor, input: RegisterForJobFairInput): Promise<string> {
    const fair = await this.lock(actor, input);
    const { organisationId } = input;
    const { jobPostingIds } = parseInput(registerSchema, input);
    if (fair.organiserId === organisationId)
      throw placeErrors.OWN_FAIR({ field: ['organisationId'] });
    const place = await this.places.find(fair.id, organisationId);
    const comes = place?.state === 'REGISTERED';
    const agreementId = comes ? place.agreementId : await this.admitted(fair, organisationId);
    await this.requireOpen(organisationId, jobPostingIds);
    if (!comes) await this.takeSeat(fair);
    const placeId = await this.write(actor, { fair, place, organisationId, agreementId });
    await this.places.bring(placeId, jobPostingIds);
    return fair.id;
  }

  async decline(actor: Actor, input: JobFairRefusalInput): Promise<string> {
    const fair = await this.lock(actor, input);
    const { reason } = parseInput(refusalSchema, input);
    const place = await this.require(fair, input);
    const to = placeMachine.next(place.state, 'decline', 'PARTICIPANT');
    await this.places.take(place, to, { reason, answeredAt: this.clock.now() }, actor.accountId);
    return fair.id;
  }

  async leave(actor: Actor, input: JobFairRefusalInput): Promise<string> {
    const fair = await this.lock(actor, input);
    const { reason } = parseInput(refusalSchema, input);
    const place = await this.require(fair, input);
    const to = placeMachine.next(place.state, 'leave', 'PARTICIPANT');
    await this.places.take(place, to, { reason, answeredAt: this.clock.now() }, actor.accountId);
    await this.places.bring(place.id, []);
    await this.fairs.takeSeats(fair.id, -1);
    return fair.id;
  }

  /** The fair, locked, when the actor may act for the organisation and registration is open. */
  private async lock(actor: Actor, input: JobFairPlaceInput): Promise<JobFair> {
    const { jobFairId, organisationId } = input;
    if (!organisationsWith(actor, JOB_FAIR_JOIN).includes(organisationId))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    const seen = await this.reader.find(actor, jobFairId);
    const fair = seen && (await this.fairs.lock(jobFairId));
    if (!fair) throw requestErrors.NOT_FOUND({ field: ['jobFairId'] });
    if (fair.state !== 'PUBLISHED')
      throw jobFairErrors.WRONG_STATE({ field: ['jobFairId'], params: { state: fair.state } });
    if (!fair.isRegistrationOpen) throw placeErrors.REGISTRATION_CLOSED({ field: ['jobFairId'] });
    return fair;
  }

  private async require(fair: JobFair, { organisationId }: JobFairPlaceInput): Promise<PlaceRow> {
    const place = await this.places.find(fair.id, organisationId);
    if (!place) throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    return place;
  }

  /** The agreement in force that admits the organisation; null where all are admitted. */
  private async admitted(
    { admission, organiserId }: JobFair,
    organisationId: string,
  ): Promise<string | null> {
    if (admission === 'OPEN') return null;
    const agreementId = await this.partners.agreementBetween(organiserId, organisationId);
    if (agreementId === null) throw placeErrors.NO_AGREEMENT({ field: ['organisationId'] });
    return agreementId;
  }

  /** Each of the postings is the organisation's own and open now. */
  private async requireOpen(organisationId: string, ids: readonly string[]): Promise<void> {
    const found = new Map((await this.postings.findAny(ids)).map((one) => [one.id, one]));
    const open = new Set((await this.postings.documents({ ids })).map(({ id }) => id));
    for (const [at, id] of ids.entries()) {
      const field = [POSTINGS, String(at)];
      const posting = found.get(id);
      if (posting?.organisationId !== organisationId) throw requestErrors.NOT_FOUND({ field });
      if (!open.has(id))
        throw placeErrors.POSTING_NOT_OPEN({ field, params: { title: posting.title } });
    }
  }

  private async takeSeat({ id, seatLimit, seatsTaken }: JobFair): Promise<void> {
    if (seatLimit !== null && seatsTaken >= seatLimit)
      throw placeErrors.FULL({ field: ['jobFairId'], params: { limit: seatLimit } });
    await this.fairs.takeSeats(id, 1);
  }

  private async write(
    { accountId }: Actor,
    coming: {
      readonly fair: JobFair;
      readonly place: PlaceRow | null;
      readonly organisationId: string;
      readonly agreementId: string | null;
    },
  ): Promise<string> {
    const { fair, place, organisationId, agreementId } = coming;
    if (!place)
      return this.places.insertRegistered(
        { jobFairId: fair.id, organisationId, agreementId },
        accountId,
      );
    const to = placeMachine.next(place.state, 'register', 'PARTICIPANT');
    const now = this.clock.now();
    const invitedAt = agreementId === null ? null : (place.invitedAt ?? now);
    await this.places.take(place, to, { agreementId, invitedAt, answeredAt: now }, accountId);
    return place.id;
  }
}
