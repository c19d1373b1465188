import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';

/** Interviews for other modules. */
@Injectable()
export class InterviewReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** When the interviews begin; the caller has checked that the viewer may see their applications. */
  async startsOf(ids: readonly string[]): Promise<Map<string, Date>> {
    if (ids.length === 0) return new Map();
    const rows = await this.uow.sql
      .selectFrom('interviews')
      .select(['id', 'starts_at'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row.starts_at]));
  }
}
