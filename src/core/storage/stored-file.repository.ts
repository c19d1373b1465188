import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import type { StoredFileState } from '../../generated/prisma/enums.js';

export interface StoredFileRow {
  readonly id: string;
  readonly purpose: string;
  readonly fileName: string;
  readonly mediaType: string | null;
  readonly sizeBytes: number;
  readonly sha256: string | null;
  readonly state: StoredFileState;
  readonly uploadedBy: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly createdAt: Date;
}

export interface FileSubject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** The only user of stored_files. */
@Injectable()
export class StoredFileRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(row: StoredFileRow): Promise<void> {
    await this.uow.db.storedFile.create({ data: row, select: { id: true } });
  }

  find(id: string): Promise<StoredFileRow | null> {
    return this.uow.db.storedFile.findUnique({ where: { id } });
  }

  findMany(ids: readonly string[]): Promise<StoredFileRow[]> {
    return this.uow.db.storedFile.findMany({ where: { id: { in: [...ids] } } });
  }

  /** False when the file was uploaded before. */
  async markStored(
    id: string,
    content: Required<Pick<StoredFileRow, 'fileName' | 'mediaType' | 'sha256'>>,
  ): Promise<boolean> {
    const { count } = await this.uow.db.storedFile.updateMany({
      where: { id, state: 'AWAITING_UPLOAD' },
      data: { ...content, state: 'STORED' },
    });
    return count === 1;
  }

  /** False when the file is not the uploader's, not finished, for another purpose or attached already. */
  async markAttached(
    id: string,
    wanted: { readonly uploadedBy: string; readonly purpose: string },
    subject: FileSubject,
  ): Promise<boolean> {
    const { count } = await this.uow.db.storedFile.updateMany({
      where: { id, ...wanted, state: 'STORED' },
      data: { ...subject, state: 'ATTACHED' },
    });
    return count === 1;
  }

  async remove(id: string): Promise<void> {
    await this.uow.db.storedFile.deleteMany({ where: { id } });
  }

  /** Files nobody finished or attached in time. */
  async findOrphans(
    before: { readonly awaiting: Date; readonly stored: Date },
    limit: number,
  ): Promise<string[]> {
    const rows = await this.uow.db.storedFile.findMany({
      where: {
        OR: [
          { state: 'AWAITING_UPLOAD', createdAt: { lt: before.awaiting } },
          { state: 'STORED', createdAt: { lt: before.stored } },
        ],
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }
}
