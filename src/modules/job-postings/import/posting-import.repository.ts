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
import type { PostingRecord, SkillRecord } from './posting-record.js';

/** Columns of a record in the order and with the types of job_postings, for `jsonb_to_recordset`. */
const RECORD =
  sql.raw(`id uuid, line int, source_id text, source_hash text, source_posted_at timestamptz,
  employer_name text, title text, engagement_type engagement_type, headcount int, duties text, region_id uuid,
  place_text text, pay_min_fen bigint, pay_max_fen bigint, pay_period pay_period, pay_months int, pay_text text,
  monthly_pay_min_fen bigint, monthly_pay_max_fen bigint, benefits text[], education_level_code text,
  education_rank int, experience_years_min int, fingerprint text, missing_elements text[]`);

const WRITTEN = [
  'source_hash',
  'source_posted_at',
  'employer_name',
  'title',
  'engagement_type',
  'headcount',
  'duties',
  'region_id',
  'place_text',
  'pay_min_fen',
  'pay_max_fen',
  'pay_period',
  'pay_months',
  'pay_text',
  'monthly_pay_min_fen',
  'monthly_pay_max_fen',
  'benefits',
  'education_level_code',
  'education_rank',
  'experience_years_min',
  'fingerprint',
  'missing_elements',
] as const;

/** Writes imported postings: whole chunks as one JSON parameter, so a row costs no statement of its own. */
@Injectable()
export class PostingImportRepository implements ImportTarget<PostingRecord> {
  readonly journal: ImportJournal;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    // Those of organisations are theirs to undo.
    const isOfSource = sql`organisation_id is null`;
    this.journal = new ImportJournal(unitOfWork, clock, ids, 'posting', isOfSource);
  }

  /** Postings of the source with these ids, locked until the chunk is written. */
  async known(sourceName: string, sourceIds: readonly string[]): Promise<Map<string, KnownRecord>> {
    const rows = await this.unitOfWork.sql
      .selectFrom('job_postings')
      .select(['id', 'source_id', 'source_hash', 'publication', 'organisation_id'])
      .where('source_name', '=', sourceName)
      .where('source_id', '=', sql<string>`any(${sourceIds}::text[])`)
      .forUpdate()
      .execute();
    return new Map(
      rows.map((row) => [
        row.source_id ?? '',
        {
          id: row.id,
          sourceHash: row.source_hash,
          isOfSource: row.publication === 'external' && row.organisation_id === null,
        },
      ]),
    );
  }

  async create(
    importId: string,
    chunk: number,
    sourceName: string,
    rows: readonly NewRow<PostingRecord>[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const entries = rows.map(({ line, record }) => ({ id: this.ids.next(), line, ...record }));
    const now = this.clock.now();
    const columns = sql.raw(WRITTEN.join(', '));
    await sql`
      with entries as (
        select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(${RECORD})
      ), created as (
        insert into job_postings (id, publication, state, source_name, source_id, published_at, created_at, updated_at, ${columns})
        select id, 'external', 'published', ${sourceName}, source_id, ${now}, ${now}, ${now}, ${columns} from entries
      )
      insert into posting_import_changes (import_id, job_posting_id, chunk, line)
      select ${importId}::uuid, id, ${chunk}::int, line from entries`.execute(this.unitOfWork.sql);
    await this.addSkills(entries);
  }

  /** Overwrites postings that the source changed, keeping what they were for an undo. */
  async update(
    importId: string,
    chunk: number,
    rows: readonly ChangedRow<PostingRecord>[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const entries = rows.map(({ id, line, record }) => ({ id, line, ...record }));
    const assignments = sql.raw(WRITTEN.map((name) => `${name} = entry.${name}`).join(', '));
    await sql`
      with entries as (
        select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(${RECORD})
      ), kept as (
        insert into posting_import_changes (import_id, job_posting_id, chunk, line, previous)
        select ${importId}::uuid, posting.id, ${chunk}::int, entry.line,
          to_jsonb(posting) || jsonb_build_object('skills', coalesce((
            select jsonb_agg(jsonb_build_object('value', value, 'normalised_value', normalised_value))
            from job_posting_requirements where job_posting_id = posting.id), '[]'))
        from entries entry join job_postings posting on posting.id = entry.id
      )
      update job_postings as posting
      set ${assignments}, version = version + 1, updated_at = ${this.clock.now()}
      from entries entry where posting.id = entry.id`.execute(this.unitOfWork.sql);
    await this.replaceSkills(entries);
  }

  async takeBack(importId: string, chunk: number): Promise<TakenBack> {
    const removed = await this.withdraw(importId, chunk);
    return { removed, restored: await this.restore(importId, chunk) };
  }

  /** Puts changed postings of one chunk back as they were; those claimed meanwhile stay. Answers how many. */
  private async restore(importId: string, chunk: number): Promise<number> {
    const assignments = sql.raw(WRITTEN.map((name) => `${name} = former.${name}`).join(', '));
    const result = await sql<{ id: string; skills: SkillRecord[] }>`
      update job_postings as posting
      set ${assignments}, version = posting.version + 1, updated_at = ${this.clock.now()}
      from posting_import_changes change,
        lateral jsonb_populate_record(null::job_postings, change.previous) former
      where change.import_id = ${importId}::uuid and change.chunk = ${chunk}::int
        and change.previous is not null and posting.id = change.job_posting_id
        and posting.publication = 'external' and posting.organisation_id is null
      returning posting.id, change.previous -> 'skills' as skills`.execute(this.unitOfWork.sql);
    await this.replaceSkills(result.rows);
    return result.rows.length;
  }

  /** Takes postings that one chunk made out of search; nothing is deleted, for people may have seen them. */
  private async withdraw(importId: string, chunk: number): Promise<number> {
    const now = this.clock.now();
    const result = await sql<{ id: string }>`
      with withdrawn as (
        update job_postings as posting
        set state = 'closed', close_cause = 'withdrawn_by_source', closed_at = ${now}, source_hash = null,
          version = posting.version + 1, updated_at = ${now}
        from posting_import_changes change
        where change.import_id = ${importId}::uuid and change.chunk = ${chunk}::int
          and change.previous is null and posting.id = change.job_posting_id
          and posting.publication = 'external' and posting.organisation_id is null and posting.state in ('published', 'paused')
        returning posting.id
      )
      insert into job_posting_history (id, job_posting_id, from_state, to_state, transition, occurred_at)
      select uuidv7(), id, 'published', 'closed', 'withdrawBySource', ${now} from withdrawn
      returning job_posting_id as id`.execute(this.unitOfWork.sql);
    return result.rows.length;
  }

  private async replaceSkills(
    postings: readonly { readonly id: string; readonly skills: readonly SkillRecord[] }[],
  ): Promise<void> {
    if (postings.length === 0) return;
    const ids = postings.map(({ id }) => id);
    await this.unitOfWork.sql
      .deleteFrom('job_posting_requirements')
      .where('job_posting_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute();
    await this.addSkills(postings);
  }

  private async addSkills(
    postings: readonly { readonly id: string; readonly skills: readonly SkillRecord[] }[],
  ): Promise<void> {
    const entries = postings.flatMap(({ id, skills }) =>
      skills.map((skill) => ({ id: this.ids.next(), job_posting_id: id, ...skill })),
    );
    if (entries.length === 0) return;
    await sql`
      insert into job_posting_requirements (id, job_posting_id, kind, value, normalised_value)
      select id, job_posting_id, 'skill', value, normalised_value
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as entry(id uuid, job_posting_id uuid, value text, normalised_value text)`.execute(
      this.unitOfWork.sql,
    );
  }
}
