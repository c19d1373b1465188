import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { KnownPlace, RosterPlan } from './roster-plan.rules.js';

/** Rows per statement. */
const BATCH = 2_000;

const VALUES = sql.raw(
  'student_name text, major_code text, major_name text, class_name text, education_level_code text, graduation_year int',
);
const COLUMNS = sql.raw(
  'student_name, major_code, major_name, class_name, education_level_code, graduation_year',
);
const ASSIGNED = (source: string) =>
  sql.raw(
    [
      'student_name',
      'major_code',
      'major_name',
      'class_name',
      'education_level_code',
      'graduation_year',
    ]
      .map((column) => `${column} = ${source}.${column}`)
      .join(', '),
  );

/** Writes whole rosters: many places with one statement, each with what an undo needs. */
@Injectable()
export class RosterRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Places of the roster and confirmed ones with these student numbers, locked. */
  async lockKnown(
    collegeId: string,
    studentNumbers: readonly string[],
  ): Promise<Map<string, KnownPlace>> {
    const known = new Map<string, KnownPlace>();
    for (let start = 0; start < studentNumbers.length; start += BATCH) {
      const rows = await this.uow.sql
        .selectFrom('affiliations')
        .select([
          'id',
          'student_number',
          'student_name as studentName',
          'major_code as majorCode',
          'major_name as majorName',
          'class_name as className',
          'education_level_code as educationLevelCode',
          'graduation_year as graduationYear',
        ])
        .where('college_id', '=', collegeId)
        .where('student_number', 'in', studentNumbers.slice(start, start + BATCH))
        .where(
          sql<boolean>`(state = 'confirmed' or (is_on_roster and state in ('rostered', 'claimed')))`,
        )
        .orderBy('id')
        .forNoKeyUpdate()
        .execute();
      for (const { student_number: number, ...place } of rows) known.set(number, place);
    }
    return known;
  }

  async create(
    importId: string,
    collegeId: string,
    actorId: string | null,
    rows: RosterPlan['created'],
  ): Promise<void> {
    const now = this.clock.now();
    for (let start = 0; start < rows.length; start += BATCH) {
      const entries = rows.slice(start, start + BATCH).map((row) => ({
        id: this.ids.next(),
        history_id: this.ids.next(),
        student_number: row.studentNumber,
        ...asColumns(row),
      }));
      await sql`
        with entries as (
          select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
            as entry(id uuid, history_id uuid, student_number text, ${VALUES})
        ), places as (
          insert into affiliations (id, college_id, student_number, ${COLUMNS}, state, is_on_roster, roster_import_id, created_at, updated_at)
          select id, ${collegeId}::uuid, student_number, ${COLUMNS}, 'rostered', true, ${importId}::uuid, ${now}, ${now} from entries
        ), written as (
          insert into affiliation_history (id, affiliation_id, to_state, transition, actor_id, occurred_at)
          select history_id, id, 'rostered', 'roster', ${actorId}::uuid, ${now} from entries
        )
        insert into roster_import_changes (roster_import_id, affiliation_id, version_after)
        select ${importId}::uuid, id, 1 from entries`.execute(this.uow.sql);
    }
  }

  async change(importId: string, rows: readonly KnownPlace[]): Promise<void> {
    for (let start = 0; start < rows.length; start += BATCH) {
      const entries = rows
        .slice(start, start + BATCH)
        .map((row) => ({ id: row.id, ...asColumns(row) }));
      await sql`
        with entries as (
          select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(id uuid, ${VALUES})
        ), kept as (
          insert into roster_import_changes (roster_import_id, affiliation_id, previous, version_after)
          select ${importId}::uuid, place.id, jsonb_build_object('student_name', place.student_name,
            'major_code', place.major_code, 'major_name', place.major_name, 'class_name', place.class_name,
            'education_level_code', place.education_level_code, 'graduation_year', place.graduation_year,
            'is_on_roster', place.is_on_roster), place.version + 1
          from entries join affiliations place on place.id = entries.id
        )
        update affiliations as place
        set ${ASSIGNED('entry')}, is_on_roster = true, version = place.version + 1, updated_at = ${this.clock.now()}
        from entries entry where place.id = entry.id`.execute(this.uow.sql);
    }
  }

  /** Removes the places an import made that nobody has claimed or changed since; answers how many. */
  async removeMade(importId: string): Promise<number> {
    const removed = await sql<{ id: string }>`
      delete from affiliations place using roster_import_changes change
      where change.roster_import_id = ${importId}::uuid and change.previous is null
        and place.id = change.affiliation_id and place.version = change.version_after
        and place.state = 'rostered'
      returning place.id`.execute(this.uow.sql);
    return removed.rows.length;
  }

  /** Puts places back that an import changed and nobody touched since; answers how many. */
  async restoreChanged(importId: string): Promise<number> {
    const restored = await sql<{ id: string }>`
      update affiliations as place
      set ${ASSIGNED('former')}, is_on_roster = former.is_on_roster, version = place.version + 1,
        updated_at = ${this.clock.now()}
      from roster_import_changes change,
        lateral jsonb_to_record(change.previous) as former(${VALUES}, is_on_roster boolean)
      where change.roster_import_id = ${importId}::uuid and change.previous is not null
        and place.id = change.affiliation_id and place.version = change.version_after
      returning place.id`.execute(this.uow.sql);
    return restored.rows.length;
  }
}

function asColumns(row: Omit<KnownPlace, 'id'>) {
  return {
    student_name: row.studentName,
    major_code: row.majorCode,
    major_name: row.majorName,
    class_name: row.className,
    education_level_code: row.educationLevelCode,
    graduation_year: row.graduationYear,
  };
}
