import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../core/events/index.js';
import { PersonalDataSource, type JsonValue } from '../../../core/privacy/index.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { HiddenEmployersReader } from './hidden-employers.reader.js';
import { ProfileEntriesRepository } from './profile-entries.repository.js';
import { profileChanged } from './profile.events.js';
import { ProfileReader } from './profile.reader.js';
import { ProfileRepository } from './profile.repository.js';

/** What a person says of herself. Closing the account empties the profile; its row stays for the applications made with it. */
@Injectable()
export class ProfilesPersonalData extends PersonalDataSource {
  override readonly part = 'jobSeekerProfile';

  constructor(
    private readonly reader: ProfileReader,
    private readonly profiles: ProfileRepository,
    private readonly entries: ProfileEntriesRepository,
    private readonly hidden: HiddenEmployersReader,
    private readonly portfolio: PortfolioService,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const profile = await this.reader.findByAccount(accountId);
    if (!profile) return null;
    const { contact: _, ...snapshot } = await this.reader.snapshot(profile.id);
    const hidden = (await this.hidden.ofProfiles([profile.id])).get(profile.id) ?? [];
    // A snapshot is JSON already; through text it loses the names of its types.
    const document = JSON.parse(JSON.stringify(snapshot)) as { readonly [name: string]: JsonValue };
    return {
      ...document,
      visibility: profile.storedVisibility,
      takesInvitations: profile.takesInvitations,
      isActive: profile.isActive,
      hiddenFromOrganisationIds: hidden,
    };
  }

  override async eraseFor(accountId: string): Promise<void> {
    const profile = await this.profiles.lockOwn(accountId);
    if (!profile) return;
    const { id } = profile;
    await this.portfolio.removeAll(id);
    await this.entries.removeAll(id);
    await this.profiles.replaceHidden(id, []);
    await this.profiles.update(id, {
      fullName: null,
      headline: null,
      summary: null,
      homeRegionId: null,
      educationLevelCode: null,
      educationRank: null,
      majorCode: null,
      experienceYears: null,
      availableFrom: null,
      visibility: 'EMPLOYERS_I_APPLY_TO',
      takesInvitations: false,
      isActive: false,
    });
    await this.outbox.record(profileChanged, { profileId: id }, { type: 'profile', id });
  }
}
