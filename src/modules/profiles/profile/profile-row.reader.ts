import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { JobSeekerProfile } from './profile.model.js';
import { selectProfiles, toProfile } from './profile.rows.js';

/** Single profiles whoever asks; who may see one is for the callers. */
@Injectable()
export class ProfileRowReader {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<JobSeekerProfile | null> {
    if (!isUuid(id)) return null;
    const row = await selectProfiles(this.uow.sql).where('id', '=', id).executeTakeFirst();
    return row ? toProfile(row) : null;
  }
}
