import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  ImportJournal,
  type ChangedRow,
  type ImportTarget,
  type KnownRecord,
  type NewRow,
  type TakenBack,
} from '../../../core/bulk-import/index.js';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { SeekerRecord } from './seeker-record.js';

const RECORD = sql.raw(
  'id uuid, line int, source_id text, source_hash text, education_level_code text, education_rank int, experience_years int',
);

/** Writes imported seekers: whole chunks as one JSON parameter, so a row costs no statement of its own. */
@Injectable()
export class SeekerImportRepository implements ImportTarget<SeekerRecord> {
  readonly journal: ImportJournal;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.journal = new ImportJournal(uow, clock, ids, 'seeker');
  }

  /** Seekers of the source with these ids, locked until the chunk is written. */
  async known(sourceName: string, sourceIds: readonly string[]): Promise<Map<string, KnownRecord>> {
    const rows = await this.uow.sql
      .selectFrom('job_seeker_profiles')
      .select(['id', 'source_id', 'source_hash', 'account_id'])
      .where('source_name', '=', sourceName)
      .where('source_id', '=', sql<string>`any(${sourceIds}::text[])`)
      .orderBy('id')
      .forUpdate()
      .execute();
    return new Map(
      rows.map((row) => [
        row.source_id ?? '',
        { id: row.id, sourceHash: row.source_hash, isOfSource: row.account_id === null },
      ]),
    );
  }

  /** People of a source carry no name and no contact, so whoever may look for people finds them. */
  async create(
    importId: string,
    chunk: number,
    sourceName: string,
    rows: readonly NewRow<SeekerRecord>[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const made = rows.map((row) => ({ id: this.ids.next(), ...row }));
    const entries = made.map(({ id, line, record }) => ({ id, line, ...record }));
    const now = this.clock.now();
    await sql`
      with entries as (
        select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(${RECORD})
      ), created as (
        insert into job_seeker_profiles (id, source_name, source_id, source_hash, import_id, education_level_code,
          education_rank, experience_years, visibility, is_active, created_at, updated_at)
        select id, ${sourceName}, source_id, source_hash, ${importId}::uuid, education_level_code,
          education_rank, experience_years, 'everyone', true, ${now}, ${now} from entries
      )
      insert into seeker_import_changes (import_id, profile_id, chunk, line)
      select ${importId}::uuid, id, ${chunk}::int, line from entries`.execute(this.uow.sql);
    await this.addEntries(made);
  }

  /** Overwrites seekers that the source changed, keeping what they were for an undo. */
  async update(
    importId: string,
    chunk: number,
    rows: readonly ChangedRow<SeekerRecord>[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const lines = rows.map(({ id, line }) => ({ id, line }));
    await sql`
      insert into seeker_import_changes (import_id, profile_id, chunk, line, previous)
      select ${importId}::uuid, p.id, ${chunk}::int, entry.line, ${PREVIOUS}
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as entry(id uuid, line int)
      join job_seeker_profiles p on p.id = entry.id`.execute(this.uow.sql);
    await this.overwrite(importId, rows);
  }

  /** Writes records over profiles that are there. */
  private async overwrite(
    importId: string | null,
    rows: readonly { readonly id: string; readonly record: SeekerRecord }[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const entries = rows.map(({ id, record }) => ({ id, line: 0, ...record }));
    await sql`
      update job_seeker_profiles as p
      set source_hash = entry.source_hash, import_id = ${importId}::uuid,
        education_level_code = entry.education_level_code, education_rank = entry.education_rank,
        experience_years = entry.experience_years, version = p.version + 1, updated_at = ${this.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(${RECORD})
      where p.id = entry.id`.execute(this.uow.sql);
    const ids = rows.map(({ id }) => id);
    for (const table of ['education_entries', 'profile_skills', 'job_intentions'] as const)
      await this.uow.sql
        .deleteFrom(table)
        .where('profile_id', '=', sql<string>`any(${ids}::uuid[])`)
        .execute();
    await this.addEntries(rows);
  }

  async takeBack(importId: string, chunk: number): Promise<TakenBack> {
    const removed = await this.removeMade(importId, chunk);
    const former = await this.previous(importId, chunk);
    for (const { id, previous } of former) {
      const { import_id: formerImport, ...record } = previous;
      await this.overwrite(formerImport, [{ id, record }]);
    }
    return { removed, restored: former.length };
  }

  /** Removes the profiles one chunk made, unless a person took them over or a later import changed them. */
  private async removeMade(importId: string, chunk: number): Promise<number> {
    const removed = await sql<{ id: string }>`
      delete from job_seeker_profiles p using seeker_import_changes change
      where change.import_id = ${importId}::uuid and change.chunk = ${chunk}::int
        and change.previous is null and p.id = change.profile_id
        and p.import_id = ${importId}::uuid and p.account_id is null
      returning p.id`.execute(this.uow.sql);
    return removed.rows.length;
  }

  /** What the profiles one chunk changed were before, by the import that had left them so. */
  private async previous(
    importId: string,
    chunk: number,
  ): Promise<{ id: string; previous: SeekerRecord & { readonly import_id: string | null } }[]> {
    const { rows } = await sql<{
      id: string;
      previous: SeekerRecord & { readonly import_id: string | null };
    }>`
      select p.id, change.previous from seeker_import_changes change
      join job_seeker_profiles p on p.id = change.profile_id
      where change.import_id = ${importId}::uuid and change.chunk = ${chunk}::int
        and change.previous is not null and p.import_id = ${importId}::uuid and p.account_id is null
      order by p.id for update of p`.execute(this.uow.sql);
    return rows;
  }

  private async addEntries(
    rows: readonly { readonly id: string; readonly record: SeekerRecord }[],
  ): Promise<void> {
    const of = <T extends object>(list: (record: SeekerRecord) => readonly T[]): string =>
      JSON.stringify(
        rows.flatMap(({ id, record }) =>
          list(record).map((entry, ordinal) => ({
            id: this.ids.next(),
            profile_id: id,
            ordinal,
            ...entry,
          })),
        ),
      );
    await sql`
      with educations as (
        insert into education_entries (id, profile_id, ordinal, education_level_code, major_name)
        select * from jsonb_to_recordset(${of((record) => record.educations)}::jsonb)
          as entry(id uuid, profile_id uuid, ordinal int, education_level_code text, major_name text)
      ), skills as (
        insert into profile_skills (id, profile_id, ordinal, name, normalised_name, proficiency)
        select * from jsonb_to_recordset(${of((record) => record.skills)}::jsonb)
          as entry(id uuid, profile_id uuid, ordinal int, name text, normalised_name text, proficiency skill_proficiency)
      )
      insert into job_intentions (id, profile_id, ordinal, title, region_ids, pay_min_fen, pay_max_fen, engagement_type)
      select * from jsonb_to_recordset(${of((record) => record.intentions)}::jsonb)
        as entry(id uuid, profile_id uuid, ordinal int, title text, region_ids uuid[], pay_min_fen bigint,
          pay_max_fen bigint, engagement_type engagement_type)`.execute(this.uow.sql);
  }
}

/** A profile of a source as a record, in SQL: `p` is the profile. */
const PREVIOUS = sql`jsonb_build_object(
  'import_id', p.import_id, 'source_id', p.source_id, 'source_hash', p.source_hash,
  'education_level_code', p.education_level_code, 'education_rank', p.education_rank,
  'experience_years', p.experience_years,
  'educations', coalesce((select jsonb_agg(jsonb_build_object('education_level_code', education_level_code,
    'major_name', major_name) order by ordinal) from education_entries where profile_id = p.id), '[]'),
  'skills', coalesce((select jsonb_agg(jsonb_build_object('name', name, 'normalised_name', normalised_name,
    'proficiency', proficiency) order by ordinal) from profile_skills where profile_id = p.id), '[]'),
  'intentions', coalesce((select jsonb_agg(jsonb_build_object('title', title, 'region_ids', region_ids,
    'pay_min_fen', pay_min_fen::text, 'pay_max_fen', pay_max_fen::text, 'engagement_type', engagement_type)
    order by ordinal) from job_intentions where profile_id = p.id), '[]'))`;
