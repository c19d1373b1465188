import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import type { ApplicationNote, NoteVisibility } from './note.model.js';

/** Notes are added and never changed. */
@Injectable()
export class NoteRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(note: {
    applicationId: string;
    visibility: NoteVisibility;
    body: string;
    authorId: string;
  }): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.applicationNote.create({
      data: { ...note, id, writtenAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  async notesOf(applicationIds: readonly string[]): Promise<Map<string, ApplicationNote[]>> {
    const rows = await this.uow.sql
      .selectFrom('application_notes')
      .selectAll()
      .where('application_id', 'in', [...applicationIds])
      .orderBy('written_at')
      .orderBy('id')
      .execute();
    const byApplication = new Map<string, ApplicationNote[]>();
    for (const row of rows) {
      const notes = byApplication.get(row.application_id) ?? [];
      notes.push({
        id: row.id,
        visibility: enumName(row.visibility),
        body: row.body,
        writtenAt: row.written_at,
        applicationId: row.application_id,
        authorId: row.author_id,
      });
      byApplication.set(row.application_id, notes);
    }
    return byApplication;
  }
}
