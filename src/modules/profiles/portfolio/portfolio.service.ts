import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import {
  defineFilePurpose,
  DOCUMENT_TYPES,
  FileStore,
  storageErrors,
} from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { OwnProfile } from '../profile/own-profile.service.js';
import { profileErrors } from '../profile/profile.errors.js';
import { ProfileRepository } from '../profile/profile.repository.js';
import { portfolioErrors } from './portfolio.errors.js';
import {
  addSchema,
  removeSchema,
  type AddPortfolioFileInput,
  type RemovePortfolioFileInput,
} from './portfolio.model.js';
import { PortfolioReader } from './portfolio.reader.js';
import { PortfolioRepository } from './portfolio.repository.js';

export const PORTFOLIO_FILE = defineFilePurpose('portfolioFile', {
  types: [...DOCUMENT_TYPES, 'docx'],
});
const MAX_FILES = 10;

/** Files of the own profile. A file that is taken out is gone, also from where it was shown before. */
@Injectable()
export class PortfolioService {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly own: OwnProfile,
    private readonly portfolio: PortfolioRepository,
    private readonly reader: PortfolioReader,
    private readonly files: FileStore,
  ) {}

  async add(actor: Actor, input: AddPortfolioFileInput): Promise<string> {
    const { fileId, title } = parseInput(addSchema, input);
    const profileId = await this.lock(actor);
    const shown = await this.reader.listOf(profileId);
    if (shown.some((file) => file.fileId === fileId))
      throw storageErrors.ALREADY_ATTACHED({ field: ['fileId'] });
    if (shown.length >= MAX_FILES) throw portfolioErrors.FULL({ params: { max: MAX_FILES } });
    await this.files.attach(actor, fileId, {
      purpose: PORTFOLIO_FILE,
      subjectType: 'profile',
      subjectId: profileId,
    });
    await this.portfolio.insert(profileId, fileId, title);
    return this.own.changed(profileId);
  }

  async remove(actor: Actor, input: RemovePortfolioFileInput): Promise<string> {
    const { fileId } = parseInput(removeSchema, input);
    const profileId = await this.lock(actor);
    if (!(await this.portfolio.remove(profileId, fileId)))
      throw requestErrors.NOT_FOUND({ field: ['fileId'] });
    await this.files.remove(fileId);
    return this.own.changed(profileId);
  }

  async removeAll(profileId: string): Promise<void> {
    for (const { fileId } of await this.reader.listOf(profileId)) {
      await this.portfolio.remove(profileId, fileId);
      await this.files.remove(fileId);
    }
  }

  private async lock(actor: Actor): Promise<string> {
    const profile = await this.profiles.lockOwn(actingAccount(actor));
    if (!profile) throw profileErrors.MISSING();
    return profile.id;
  }
}
