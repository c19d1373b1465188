import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

/** Writes which files a profile shows; the files themselves belong to the store. */
@Injectable()
export class PortfolioRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async insert(profileId: string, fileId: string, title: string): Promise<void> {
    await this.uow.db.portfolioFile.create({
      data: { profileId, fileId, title, createdAt: this.clock.now() },
      select: { fileId: true },
    });
  }

  /** False when the profile shows no such file. */
  async remove(profileId: string, fileId: string): Promise<boolean> {
    const { count } = await this.uow.db.portfolioFile.deleteMany({ where: { profileId, fileId } });
    return count === 1;
  }
}
