import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Partnership } from '../../agreements/index.js';
import type { JobFairPlaceState, JobFairWithdrawalCause } from './place.enums.js';

export interface PlaceRow {
  readonly id: string;
  readonly jobFairId: string;
  readonly organisationId: string;
  readonly state: JobFairPlaceState;
  readonly agreementId: string | null;
  readonly invitedAt: Date | null;
}

/** What a step writes besides the state. */
interface PlaceStep {
  readonly agreementId?: string | null;
  readonly invitedAt?: Date | null;
  readonly answeredAt?: Date | null;
  readonly reason?: string | null;
  readonly withdrawnCause?: JobFairWithdrawalCause | null;
}

const COLUMNS = {
  id: true,
  jobFairId: true,
  organisationId: true,
  state: true,
  agreementId: true,
  invitedAt: true,
} as const;

/** The only writer of who is invited and who comes. Whoever writes holds the fair. */
@Injectable()
export class PlaceRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  find(jobFairId: string, organisationId: string): Promise<PlaceRow | null> {
    return this.uow.db.jobFairPlace.findUnique({
      where: { jobFairId_organisationId: { jobFairId, organisationId } },
      select: COLUMNS,
    });
  }

  listIn(jobFairId: string, state: JobFairPlaceState): Promise<PlaceRow[]> {
    return this.uow.db.jobFairPlace.findMany({
      where: { jobFairId, state },
      orderBy: { id: 'asc' },
      select: COLUMNS,
    });
  }

  /** Fairs to which somebody is invited under the agreement and has not answered. */
  async fairsInvitingUnder(agreementId: string): Promise<string[]> {
    const rows = await this.uow.db.jobFairPlace.findMany({
      where: { agreementId, state: 'INVITED' },
      distinct: ['jobFairId'],
      orderBy: { jobFairId: 'asc' },
      select: { jobFairId: true },
    });
    return rows.map(({ jobFairId }) => jobFairId);
  }

  /** Invites each partner under its agreement; none of them is at the fair yet. */
  async invite(jobFairId: string, partners: readonly Partnership[]): Promise<PlaceRow[]> {
    const now = this.clock.now();
    const rows = partners.map((partner) => ({
      id: this.ids.next(),
      jobFairId,
      ...partner,
      state: 'INVITED' as const,
      invitedAt: now,
    }));
    await this.uow.db.jobFairPlace.createMany({
      data: rows.map((row) => ({ ...row, createdAt: now, updatedAt: now })),
    });
    await this.appendHistory(
      rows.map(({ id }) => ({ placeId: id, fromState: null, toState: 'INVITED' })),
      null,
    );
    return rows;
  }

  /** An organisation that comes without having been invited before. */
  async insertRegistered(
    at: Pick<PlaceRow, 'jobFairId' | 'organisationId' | 'agreementId'>,
    actorId: string | null,
  ): Promise<string> {
    const id = this.ids.next();
    const now = this.clock.now();
    await this.uow.db.jobFairPlace.create({
      data: {
        id,
        ...at,
        state: 'REGISTERED',
        invitedAt: at.agreementId === null ? null : now,
        answeredAt: now,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    await this.appendHistory([{ placeId: id, fromState: null, toState: 'REGISTERED' }], actorId);
    return id;
  }

  async take(
    { id, state: from }: Pick<PlaceRow, 'id' | 'state'>,
    to: JobFairPlaceState,
    step: PlaceStep,
    actorId: string | null,
  ): Promise<void> {
    await this.uow.db.jobFairPlace.update({
      where: { id, state: from },
      data: { reason: null, withdrawnCause: null, ...step, state: to, updatedAt: this.clock.now() },
      select: { id: true },
    });
    await this.appendHistory([{ placeId: id, fromState: from, toState: to }], actorId);
  }

  /** The invitation goes on under another agreement of the same two. */
  async moveTo(id: string, agreementId: string): Promise<void> {
    await this.uow.db.jobFairPlace.update({
      where: { id },
      data: { agreementId, updatedAt: this.clock.now() },
      select: { id: true },
    });
  }

  /** Replaces what the organisation brings. */
  async bring(placeId: string, jobPostingIds: readonly string[]): Promise<void> {
    await this.uow.db.jobFairPosting.deleteMany({ where: { placeId } });
    await this.uow.db.jobFairPosting.createMany({
      data: jobPostingIds.map((jobPostingId, at) => ({ placeId, position: at + 1, jobPostingId })),
    });
  }

  private async appendHistory(
    steps: readonly {
      placeId: string;
      fromState: JobFairPlaceState | null;
      toState: JobFairPlaceState;
    }[],
    actorId: string | null,
  ): Promise<void> {
    const occurredAt = this.clock.now();
    await this.uow.db.jobFairPlaceHistory.createMany({
      data: steps.map((step) => ({ id: this.ids.next(), ...step, actorId, occurredAt })),
    });
  }
}
