import { sql, type Kysely, type RawBuilder } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { OrganisationStanding as StandingLabel } from '../../../generated/kysely/types.js';
import type { ReferenceTables } from '../../reference-data/index.js';
import type { Organisation } from './organisation.model.js';

/** The standing that holds at `now`, so that a verification lapses at its very moment and not when a task notices. */
export function standingAt(now: Date): RawBuilder<StandingLabel> {
  return sql<StandingLabel>`case
    when organisations.standing = 'verified' and organisations.verified_until <= ${now}
    then 'lapsed'::organisation_standing else organisations.standing end`;
}

/** True while the organisation is in good standing. */
export function inGoodStandingAt(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(organisations.standing = 'verified' and organisations.verified_until > ${now})`;
}

/** Organisations as every reader gives them, with the standing of `now`. */
export function selectOrganisations(db: Kysely<DB>, now: Date) {
  return db
    .selectFrom('organisations')
    .select([
      'organisations.id',
      'organisations.kind',
      'organisations.name',
      'organisations.unified_social_credit_code',
      'organisations.account_class',
      'organisations.hr_service_licence',
      'organisations.verified_at',
      'organisations.verified_until',
      'organisations.address',
      'organisations.size_band',
      'organisations.website',
      'organisations.description',
      'organisations.annual_graduate_intake_min',
      'organisations.annual_graduate_intake_max',
      'organisations.version',
      'organisations.created_at',
      'organisations.region_id',
      'organisations.industry_code',
      'organisations.college_id',
      standingAt(now).as('standing_now'),
    ]);
}

export type OrganisationSelection = Awaited<
  ReturnType<ReturnType<typeof selectOrganisations>['execute']>
>[number];

/** The regions above come from the code tables in memory: joining them costs as much as the rows themselves. */
export function toOrganisation(
  row: OrganisationSelection,
  { regions }: ReferenceTables,
): Organisation {
  return {
    id: row.id,
    kind: enumName(row.kind),
    name: row.name,
    unifiedSocialCreditCode: row.unified_social_credit_code,
    accountClass: enumName(row.account_class),
    hrServiceLicence: row.hr_service_licence,
    standing: enumName(row.standing_now),
    verifiedAt: row.verified_at,
    verifiedUntil: row.verified_until,
    address: row.address,
    sizeBand: row.size_band === null ? null : enumName(row.size_band),
    website: row.website,
    description: row.description,
    annualGraduateIntakeMin: row.annual_graduate_intake_min,
    annualGraduateIntakeMax: row.annual_graduate_intake_max,
    version: row.version,
    createdAt: row.created_at,
    regionId: row.region_id,
    regionAncestorIds: regions.tree.path(row.region_id).map((region) => region.id),
    industryCode: row.industry_code,
    collegeId: row.college_id,
  };
}
