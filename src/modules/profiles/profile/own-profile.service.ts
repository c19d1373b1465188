import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { actingAccount } from '../../organisations/index.js';
import { profileErrors } from './profile.errors.js';
import { profileChanged } from './profile.events.js';
import type { JobSeekerProfile } from './profile.model.js';
import { ProfileRepository, type ProfileColumns } from './profile.repository.js';

/** What every change of one's own profile has in common: the lock and the version before, the event after. */
@Injectable()
export class OwnProfile {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The own profile, locked; refused when it changed since the person saw it. */
  async lock(actor: Actor, version: number): Promise<JobSeekerProfile> {
    const profile = await this.profiles.lockOwn(actingAccount(actor));
    if (!profile) throw profileErrors.MISSING();
    if (profile.version !== version) throw requestErrors.STALE({ field: ['version'] });
    return profile;
  }

  /** Counts the change and tells others of it. */
  async changed(profileId: string, columns: ProfileColumns = {}): Promise<string> {
    await this.profiles.update(profileId, columns);
    await this.announce(profileId);
    return profileId;
  }

  async announce(profileId: string): Promise<void> {
    await this.outbox.record(profileChanged, { profileId }, { type: 'profile', id: profileId });
  }
}
