import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { placeFinderOf, ReferenceReader } from '../../reference-data/index.js';
import { OwnProfile } from '../profile/own-profile.service.js';
import { ProfileEntriesReader } from '../profile/profile-entries.reader.js';
import { ProfileEntriesRepository } from '../profile/profile-entries.repository.js';
import { ProfileEntriesService } from '../profile/profile-entries.service.js';
import { ProfileEntryChecks } from '../profile/profile-entry-checks.js';
import type { JobSeekerProfile } from '../profile/profile.model.js';
import {
  dayColumn,
  ProfileRepository,
  type ProfileColumns,
} from '../profile/profile.repository.js';
import { jsonResumeDocument } from './json-resume.document.js';
import { jsonResumeErrors } from './json-resume.errors.js';
import { toJsonResume } from './json-resume.export.js';
import { JsonResumeReading, type JsonResumeContent } from './json-resume.import.js';
import {
  documentSchema,
  importSchema,
  type ImportJsonResumeInput,
  type JsonResumePreview,
} from './json-resume.model.js';

const REPORTED = 50;

/** JSON Resume 1.0.0 in and out. What is not taken is always said; what is taken is checked as if it had been typed. */
@Injectable()
export class JsonResumeService {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly own: OwnProfile,
    private readonly checks: ProfileEntryChecks,
    private readonly sections: ProfileEntriesService,
    private readonly entries: ProfileEntriesRepository,
    private readonly entriesReader: ProfileEntriesReader,
    private readonly reference: ReferenceReader,
  ) {}

  async export(profile: JobSeekerProfile): Promise<string> {
    const entries = await this.entriesReader.all(profile.id);
    return JSON.stringify(toJsonResume(profile, entries, await this.reference.tables()), null, 2);
  }

  async preview(document: string): Promise<JsonResumePreview> {
    const content = await this.read(parseInput(documentSchema, { document }).document);
    return {
      basics: Object.keys(content.basics),
      educationCount: content.educations?.length ?? null,
      experienceCount: content.experiences?.length ?? null,
      skillCount: content.skills?.length ?? null,
      certificateCount: content.certificates?.length ?? null,
      intentionCount: content.intentions?.length ?? null,
      skippedCount: content.skipped.length,
      skipped: content.skipped.slice(0, REPORTED),
    };
  }

  async import(actor: Actor, input: ImportJsonResumeInput): Promise<string> {
    const { document, version } = parseInput(importSchema, input);
    const content = await this.read(document);
    const id = await this.target(actor, version ?? null, content);
    return this.own.changed(id, {
      ...(await this.basics(content)),
      ...(await this.writeSections(id, content)),
    });
  }

  private async read(text: string): Promise<JsonResumeContent> {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (error) {
      throw jsonResumeErrors.NOT_JSON({ field: ['document'], cause: error });
    }
    const checked = jsonResumeDocument.safeParse(parsed);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      const path = [...(issue?.path ?? []), ...keys].map(String).join('.').slice(0, 100);
      throw jsonResumeErrors.INVALID({ field: ['document'], params: { path: path || '$' } });
    }
    const tables = await this.reference.tables();
    return new JsonResumeReading(tables, placeFinderOf(tables)).read(checked.data);
  }

  /** The own profile, or a new one for who has none. */
  private async target(
    actor: Actor,
    version: number | null,
    { basics }: JsonResumeContent,
  ): Promise<string> {
    const accountId = actingAccount(actor);
    const profile = await this.profiles.lockOwn(accountId);
    if (profile) {
      if (profile.version !== version) throw requestErrors.STALE({ field: ['version'] });
      return profile.id;
    }
    const { fullName } = basics;
    if (fullName === undefined) throw jsonResumeErrors.NAMELESS({ field: ['document'] });
    return this.profiles.insert({ accountId, fullName });
  }

  private async basics({ basics }: JsonResumeContent): Promise<ProfileColumns> {
    const { homeRegionCode, availableFrom, ...texts } = basics;
    const region =
      homeRegionCode === undefined
        ? null
        : await this.reference.requireRegion(homeRegionCode, 'document');
    return {
      ...texts,
      ...(region && { homeRegionId: region.id }),
      ...(availableFrom !== undefined && { availableFrom: dayColumn(availableFrom) }),
    };
  }

  private async writeSections(id: string, content: JsonResumeContent): Promise<ProfileColumns> {
    const { educations, experiences, skills, certificates, intentions } = content;
    let columns: ProfileColumns = {};
    if (educations)
      columns = {
        ...columns,
        ...(await this.sections.writeEducations(id, await this.checks.educations(educations))),
      };
    if (experiences)
      columns = {
        ...columns,
        ...(await this.sections.writeExperiences(id, await this.checks.experiences(experiences))),
      };
    if (skills) await this.entries.replaceSkills(id, this.checks.skills(skills));
    if (certificates)
      await this.entries.replaceCertificates(id, await this.checks.certificates(certificates));
    if (intentions)
      await this.entries.replaceIntentions(id, await this.checks.intentions(intentions));
    return columns;
  }
}
