import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { enumLabel, type DB } from '../../../core/database/index.js';
import type { AgreementState } from '../agreement/agreement.enums.js';

/** Whose register: the agreements of an organisation, and of a bureau also what its region has put forward. */
export interface RegistryScope {
  readonly organisationId: string;
  readonly regionId: string | null;
}

export interface RegistryConditions {
  readonly kinds: readonly string[];
  readonly subKinds: readonly string[];
  readonly states: readonly AgreementState[];
  readonly provinceId: string | null;
  readonly signedIn: number | null;
  /** Last day that is meant by "ends within". */
  readonly endsThrough: string | null;
  readonly text: string | null;
  readonly today: string;
}

/** What not all have signed. */
const UNSIGNED = [
  'draft',
  'negotiating',
  'in_review',
  'awaiting_signatures',
  'partially_signed',
  'cancelled',
] as const;

/** What only its parties know of. */
const PRIVATE = ['draft', 'negotiating', 'in_review', 'cancelled'] as const;

const OVER = ['expired', 'terminated'] as const;

/** Rows of the register as `entry`, with the moment of the last signature and whether they are the organisation's own. */
export function selectRegistry(db: Kysely<DB>, scope: RegistryScope, given: RegistryConditions) {
  const visible = db
    .selectFrom('agreements')
    .select([
      'agreements.id',
      'agreements.agreement_number',
      'agreements.kind',
      'agreements.form',
      'agreements.state',
      'agreements.title',
      'agreements.starts_on',
      'agreements.ends_on',
      'agreements.created_at',
    ])
    .select([
      sql<Date | null>`case when ${among(UNSIGNED)} then null else (
        select max(signed.signed_at) from agreement_signatures signed
        where signed.agreement_id = agreements.id and signed.voided_at is null) end`.as(
        'signed_at',
      ),
      ownOf(scope).as('is_own'),
    ])
    .where(sql<SqlBool>`(${ownOf(scope)} or ${overseenBy(scope)})`);
  const { kinds, subKinds, states, provinceId, signedIn, endsThrough, text, today } = given;
  let query = db.selectFrom(visible.as('entry'));
  if (kinds.length > 0) query = query.where('entry.kind', 'in', [...kinds]);
  if (subKinds.length > 0) query = query.where('entry.form', 'in', [...subKinds]);
  if (states.length > 0) query = query.where('entry.state', 'in', states.map(enumLabel));
  if (provinceId !== null)
    query = query.where(
      sql<SqlBool>`exists (select from agreement_parties party
        join organisations o on o.id = party.organisation_id join regions r on r.id = o.region_id
        where party.agreement_id = entry.id and r.ancestor_ids[1] = ${provinceId}::uuid)`,
    );
  if (signedIn !== null)
    query = query
      .where('entry.signed_at', '>=', newYearOf(signedIn))
      .where('entry.signed_at', '<', newYearOf(signedIn + 1));
  if (endsThrough !== null)
    query = query
      .where('entry.signed_at', 'is not', null)
      .where('entry.state', 'not in', [...OVER])
      .where('entry.ends_on', '>=', today)
      .where('entry.ends_on', '<=', endsThrough);
  return text === null ? query : query.where(speaksOf(text));
}

/** In China, which keeps one offset all year. */
function newYearOf(year: number): Date {
  return new Date(`${String(year)}-01-01T00:00:00+08:00`);
}

function among(states: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`agreements.state in (${sql.join(states.map((state) => sql.lit(state)))})`;
}

function ownOf({ organisationId }: RegistryScope): RawBuilder<boolean> {
  return sql<boolean>`(agreements.drafter_id = ${organisationId}::uuid or (agreements.shared_at is not null and exists (
    select from agreement_parties own where own.agreement_id = agreements.id
      and own.organisation_id = ${organisationId}::uuid)))`;
}

function overseenBy({ regionId }: RegistryScope): RawBuilder<SqlBool> {
  if (regionId === null) return sql<SqlBool>`false`;
  return sql<SqlBool>`(not ${among(PRIVATE)} and exists (
    select from agreement_parties party join organisations o on o.id = party.organisation_id
    where party.agreement_id = agreements.id
      and o.region_id in (select id from regions where ancestor_ids @> array[${regionId}]::uuid[])))`;
}

/** Names of persons, and titles that may hold one, are searched in own agreements only. */
function speaksOf(text: string): RawBuilder<SqlBool> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const person = sql`exists (select from agreement_parties person
    where person.agreement_id = entry.id and person.account_id is not null)`;
  return sql<SqlBool>`(entry.agreement_number ilike ${pattern}
    or (entry.title ilike ${pattern} and (entry.is_own or not ${person}))
    or exists (select from agreement_parties named where named.agreement_id = entry.id
      and named.name ilike ${pattern} and (entry.is_own or named.organisation_id is not null)))`;
}
