import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * Condition "the region in this column is the given one or lies below it", answered by the index over ancestors:
 *
 *     query.where(withinRegion('job_postings.region_id', region.id))
 */
export function withinRegion(column: string, regionId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} in (select id from regions where ancestor_ids @> array[${regionId}]::uuid[])`;
}
