import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import { profileErrors } from './profile.errors.js';
import type { JobSeekerProfile } from './profile.model.js';
import { selectProfiles, toProfile } from './profile.rows.js';

export type NewProfile = Omit<
  Prisma.JobSeekerProfileUncheckedCreateInput,
  'id' | 'createdAt' | 'updatedAt' | 'version'
>;

export type ProfileColumns = Omit<
  Prisma.JobSeekerProfileUncheckedUpdateInput,
  'id' | 'version' | 'updatedAt'
>;

/** The only writer of profiles themselves; their entries have a writer of their own. */
@Injectable()
export class ProfileRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Reads and locks: changes of one profile happen one after the other. */
  async lockOwn(accountId: string): Promise<JobSeekerProfile | null> {
    const row = await selectProfiles(this.uow.sql)
      .where('account_id', '=', accountId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toProfile(row) : null;
  }

  async insert(row: NewProfile): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    try {
      await this.uow.db.jobSeekerProfile.create({
        data: { ...row, id, createdAt: now, updatedAt: now },
        select: { id: true },
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_job_seeker_profiles_account')) throw error;
      throw profileErrors.EXISTS({ cause: error });
    }
    return id;
  }

  /** The row is locked by the caller. */
  async update(id: string, data: ProfileColumns): Promise<void> {
    await this.uow.db.jobSeekerProfile.update({
      where: { id },
      data: { ...data, version: { increment: 1 }, updatedAt: this.clock.now() },
      select: { id: true },
    });
  }

  async replaceHidden(profileId: string, organisationIds: readonly string[]): Promise<void> {
    await this.uow.db.profileHiddenEmployer.deleteMany({ where: { profileId } });
    await this.uow.db.profileHiddenEmployer.createMany({
      data: organisationIds.map((organisationId) => ({
        profileId,
        organisationId,
        createdAt: this.clock.now(),
      })),
    });
  }
}

/** A calendar day as the client wants it for a day column. */
export function dayColumn(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
