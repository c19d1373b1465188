import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { AccountReader } from '../../identity/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { PortfolioReader } from '../portfolio/portfolio.reader.js';
import { ProfileEntriesReader } from './profile-entries.reader.js';
import type { Coded, ProfileSnapshot } from './profile-snapshot.js';
import { ProfileRowReader } from './profile-row.reader.js';

/** Takes profiles as they are now, for whoever keeps them with a record of his own. */
@Injectable()
export class ProfileSnapshots {
  constructor(
    private readonly profiles: ProfileRowReader,
    private readonly entries: ProfileEntriesReader,
    private readonly portfolio: PortfolioReader,
    private readonly accounts: AccountReader,
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  async take(profileId: string): Promise<ProfileSnapshot> {
    const profile = await this.profiles.find(profileId);
    if (!profile) throw requestErrors.NOT_FOUND();
    const { accountId } = profile;
    const contacts = accountId === null ? null : await this.accounts.contactsOf([accountId]);
    const contact = accountId === null ? undefined : contacts?.get(accountId);
    const { educations, experiences, skills, certificates } = await this.entries.all(profileId);
    const files = await this.portfolio.listOf(profileId);
    const tables = await this.reference.tables();
    const level = (code: string | null): Coded | null =>
      coded(code === null ? null : tables.educationLevels.find(code));
    return {
      profileId,
      version: profile.version,
      takenAt: this.clock.now().toISOString(),
      fullName: profile.rawFullName,
      contact: { phone: contact?.phone ?? null, email: contact?.email ?? null },
      headline: profile.rawHeadline,
      summary: profile.rawSummary,
      homeRegion: coded(
        profile.homeRegionId === null ? null : tables.regions.find(profile.homeRegionId),
      ),
      educationLevel: level(profile.educationLevelCode),
      experienceYears: profile.experienceYears,
      availableFrom: profile.availableFrom,
      educations: educations.map((entry) => ({
        institution: entry.institution,
        educationLevel: level(entry.educationLevelCode),
        majorName: entry.majorName,
        majorCode: entry.majorCode,
        startedOn: entry.startedOn,
        endedOn: entry.endedOn,
      })),
      experiences: experiences.map((entry) => ({
        employerName: entry.employerName,
        position: entry.position,
        description: entry.description,
        startedOn: entry.startedOn,
        endedOn: entry.endedOn,
      })),
      skills: skills.map(({ name, proficiency }) => ({ name, proficiency })),
      certificates: certificates.map((entry) => ({
        name: entry.name,
        issuer: entry.issuer,
        issuedOn: entry.issuedOn,
        skillLevel: coded(
          entry.skillLevelId === null ? null : tables.skillLevels.find(entry.skillLevelId),
        ),
      })),
      portfolio: files.map(({ fileId, title }) => ({ fileId, title })),
    };
  }
}

function coded(row: { readonly code: string; readonly name: string } | null): Coded | null {
  return row === null ? null : { code: row.code, name: row.name };
}
