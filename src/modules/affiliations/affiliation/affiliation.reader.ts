import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { holds, type Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { enumLabel, enumName, UnitOfWork, type DB } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { countRows, keysetPage, type Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { STUDENT_VIEW } from '../affiliations.permissions.js';
import { filterSchema, type AffiliationsArgs } from './affiliation.inputs.js';
import type { Affiliation, AffiliationHistoryEntry } from './affiliation.model.js';
import { visibleWhere } from './affiliation.policy.js';
import {
  selectAffiliations,
  toAffiliation,
  type AffiliationSelection,
} from './affiliation.rows.js';
import { normaliseNumber } from './affiliation.rules.js';

type StudentsOfCollege = Pick<AffiliationsArgs, 'collegeId' | 'filter'>;

/** Who studies where, for the API and for other modules. */
@Injectable()
export class AffiliationReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reference: ReferenceReader,
  ) {}

  /** Colleges that have confirmed the account as their student. */
  async confirmedCollegeIds(accountId: string): Promise<string[]> {
    return (await this.confirmedCollegeIdsOf([accountId])).get(accountId) ?? [];
  }

  /** The same for many accounts in one statement; accounts without a college are left out. */
  async confirmedCollegeIdsOf(accountIds: readonly string[]): Promise<Map<string, string[]>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.uow.sql
      .selectFrom('affiliations')
      .select(['account_id', 'college_id'])
      .where('state', '=', 'confirmed')
      .where('account_id', 'in', [...accountIds])
      .orderBy('college_id')
      .execute();
    const found = new Map<string, string[]>();
    for (const { account_id: account, college_id: college } of rows)
      if (account !== null) found.set(account, [...(found.get(account) ?? []), college]);
    return found;
  }

  async isConfirmedStudent(accountId: string, collegeId: string): Promise<boolean> {
    return (await this.confirmedCollegeIds(accountId)).includes(collegeId);
  }

  /** Accounts the college has confirmed as its students, the earliest first. */
  async confirmedAccountIds(collegeId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('affiliations')
      .select('account_id')
      .where('college_id', '=', collegeId)
      .where('state', '=', 'confirmed')
      .orderBy('decided_at')
      .orderBy('id')
      .execute();
    return rows.flatMap(({ account_id: account }) => account ?? []);
  }

  /** The affiliation when it is the actor's own or of the actor's college. */
  async find(actor: Actor, id: string): Promise<Affiliation | null> {
    return (await this.findMany(actor, [id]))[0] ?? null;
  }

  /** Those the actor may know of, in the order of the ids. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<Affiliation[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const rows = await selectAffiliations(this.uow.sql)
      .where('affiliations.id', 'in', known)
      .where(visibleWhere(actor))
      .execute();
    const byId = new Map(rows.map((row) => [row.id, toAffiliation(row)]));
    return known.flatMap((id) => byId.get(id) ?? []);
  }

  /** Everything a person ever claimed, the latest first. */
  async listFor(accountId: string): Promise<Affiliation[]> {
    const rows = await selectAffiliations(this.uow.sql)
      .where('account_id', '=', accountId)
      .orderBy('id', 'desc')
      .limit(50)
      .execute();
    return rows.map(toAffiliation);
  }

  /** Students of one college; `and` narrows the list by what another module knows of them. */
  async list(
    actor: Actor,
    args: AffiliationsArgs,
    and: RawBuilder<SqlBool> = sql`true`,
  ): Promise<Connection<Affiliation>> {
    const query = (await this.filtered(actor, args)).where(and);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'affiliations.student_number', direction: 'asc', type: 'text' },
        { column: 'affiliations.id', direction: 'asc', type: 'uuid' },
      ],
      map: toAffiliation,
      count: () => countRows(query),
    });
  }

  /** How many of such a list have each value of an expression over `affiliations`. */
  async countsBy(
    actor: Actor,
    args: StudentsOfCollege,
    value: RawBuilder<number>,
    and: RawBuilder<SqlBool>,
  ): Promise<Map<number, number>> {
    const students = (await this.filtered(actor, args)).where(and);
    const rows = await students
      .clearSelect()
      .select([value.as('value'), sql<number>`count(*)::int`.as('students')])
      .groupBy(sql`1`)
      .execute();
    return new Map(rows.map((row) => [row.value, row.students]));
  }

  /** Changes of state of each place, in their order. */
  async historyOf(
    ids: readonly string[],
  ): Promise<Map<string, readonly AffiliationHistoryEntry[]>> {
    const rows = await this.uow.sql
      .selectFrom('affiliation_history')
      .select(['affiliation_id', 'from_state', 'to_state', 'reason', 'occurred_at'])
      .where('affiliation_id', 'in', [...ids])
      .orderBy('occurred_at')
      .orderBy('id')
      .execute();
    const found = new Map<string, AffiliationHistoryEntry[]>();
    for (const row of rows) {
      const entries = found.get(row.affiliation_id) ?? [];
      entries.push({
        fromState: row.from_state === null ? null : enumName(row.from_state),
        toState: enumName(row.to_state),
        reason: row.reason,
        occurredAt: row.occurred_at,
      });
      found.set(row.affiliation_id, entries);
    }
    return found;
  }

  /** Somebody else's college is answered as an unknown one. */
  private async filtered(
    actor: Actor,
    args: StudentsOfCollege,
  ): Promise<SelectQueryBuilder<DB, 'affiliations', AffiliationSelection>> {
    if (!isUuid(args.collegeId) || !holds(actor, STUDENT_VIEW, args.collegeId))
      throw requestErrors.NOT_FOUND({ field: ['collegeId'] });
    const filter = parseInput(filterSchema, args.filter ?? {});
    let query = selectAffiliations(this.uow.sql).where('college_id', '=', args.collegeId);
    if (filter.graduationYears?.length)
      query = query.where('graduation_year', 'in', filter.graduationYears);
    if (filter.majorCodes?.length) {
      const majors = await this.reference.requireMajors(filter.majorCodes, [
        'filter',
        'majorCodes',
      ]);
      query = query.where('major_code', 'in', codesOf(majors));
    }
    if (filter.className) query = query.where('class_name', '=', filter.className);
    if (filter.states?.length) query = query.where('state', 'in', filter.states.map(enumLabel));
    if (filter.text) query = query.where(matches(filter.text));
    return query;
  }
}

function codesOf(majors: readonly { readonly code: string }[]): string[] {
  // An empty list asks for nobody, and `in ()` is no SQL.
  return majors.length === 0 ? [''] : majors.map(({ code }) => code);
}

function matches(typed: string) {
  const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  const part = `%${escaped(typed)}%`;
  const start = `${escaped(normaliseNumber(typed))}%`;
  return sql<boolean>`(affiliations.student_name ilike ${part} or affiliations.major_name ilike ${part}
    or affiliations.class_name ilike ${part} or affiliations.student_number like ${start})`;
}
