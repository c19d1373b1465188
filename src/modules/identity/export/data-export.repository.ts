import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';

export interface DataExportRow {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

@Injectable()
export class DataExportRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(row: DataExportRow): Promise<void> {
    await this.uow.db.dataExport.create({ data: row });
  }

  async expiresAtOf(id: string): Promise<Date | null> {
    const row = await this.uow.db.dataExport.findUnique({
      where: { id },
      select: { expiresAt: true },
    });
    return row?.expiresAt ?? null;
  }

  /** Uses the permission up; false when it is another's, expired or used already. */
  async take(id: string, accountId: string, now: Date): Promise<boolean> {
    const { count } = await this.uow.db.dataExport.updateMany({
      where: { id, accountId, downloadedAt: null, expiresAt: { gt: now } },
      data: { downloadedAt: now },
    });
    return count === 1;
  }

  async removeExpired(now: Date): Promise<void> {
    await this.uow.db.dataExport.deleteMany({ where: { expiresAt: { lt: now } } });
  }
}
