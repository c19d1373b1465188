import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';

export interface PortfolioRow {
  readonly profileId: string;
  readonly fileId: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string | null;
  readonly sizeBytes: number;
  readonly createdAt: Date;
}

/** Files a person shows with a profile. */
@Injectable()
export class PortfolioReader {
  constructor(private readonly uow: UnitOfWork) {}

  async listOf(profileId: string): Promise<PortfolioRow[]> {
    const rows = await this.uow.sql
      .selectFrom('portfolio_files')
      .innerJoin('stored_files', 'stored_files.id', 'portfolio_files.file_id')
      .select([
        'portfolio_files.profile_id as profileId',
        'portfolio_files.file_id as fileId',
        'portfolio_files.title',
        'portfolio_files.created_at as createdAt',
        'stored_files.file_name as fileName',
        'stored_files.media_type as mediaType',
        'stored_files.size_bytes as sizeBytes',
      ])
      .where('portfolio_files.profile_id', '=', profileId)
      .orderBy('portfolio_files.created_at')
      .orderBy('portfolio_files.file_id')
      .execute();
    return rows;
  }
}
