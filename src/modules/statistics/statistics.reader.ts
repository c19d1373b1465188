import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { UnitOfWork } from '../../core/database/index.js';
import { openWhere } from '../job-postings/index.js';
import { factsOf } from './statistics.facts.js';
import type { FigureName, Grouping } from './statistics.figures.js';

export interface FigureQuery {
  readonly figure: FigureName;
  readonly from: string;
  readonly through: string;
  readonly regionId: string | null;
  readonly occupationCode: string | null;
  readonly groupBy: Grouping | null;
}

export interface CountedGroup {
  /** Region id, occupation code or Monday; null for facts without one. */
  readonly key: string | null;
  readonly value: number;
}

/** Counts figures from the records, each time anew: nothing is kept that could differ from them. */
@Injectable()
export class StatisticsReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The figure's parts; one part with key null when it is not broken down. */
  async groups(query: FigureQuery): Promise<CountedGroup[]> {
    const { rows } = await sql<CountedGroup>`
      select ${keyOf(query)} as key, sum(fact.amount)::int as value
      from (${factsOf(query.figure)}) fact
      where fact.at >= ${startOf(query.from)} and fact.at < ${startOf(query.through)} + interval '1 day'
        and ${inRegion(query.regionId)} and ${inOccupation(query.occupationCode)}
      group by 1 order by 1`.execute(this.unitOfWork.sql);
    return rows;
  }

  async market(now: Date, today: string): Promise<Record<string, number>> {
    const { rows } = await sql<Record<string, number>>`
      select count(*)::int as "openPostings",
        coalesce(sum(job_postings.headcount - job_postings.filled_count), 0)::int as "openPositions",
        (select count(*)::int from organisations where standing = 'verified' and verified_until > ${now}) as "organisations",
        (select count(*)::int from offers where state = 'accepted') as "hires"
      from job_postings left join organisations on organisations.id = job_postings.organisation_id
      where ${openWhere(now, today)}`.execute(this.unitOfWork.sql);
    return rows[0] ?? {};
  }
}

/** First instant of a day in China. */
function startOf(day: string): RawBuilder<unknown> {
  return sql`(${day}::date::timestamp at time zone 'Asia/Shanghai')`;
}

function inRegion(regionId: string | null): RawBuilder<boolean> {
  return regionId === null
    ? sql<boolean>`true`
    : sql<boolean>`fact.region_id in (select id from regions where ancestor_ids @> array[${regionId}]::uuid[])`;
}

function inOccupation(code: string | null): RawBuilder<boolean> {
  return code === null
    ? sql<boolean>`true`
    : sql<boolean>`fact.occupation_code in (select code from occupations where ancestor_codes @> array[${code}]::text[])`;
}

/** The part a fact falls into: the ancestor one level below what was asked for, or the region itself when it is that one. */
function keyOf({ groupBy, regionId, occupationCode }: FigureQuery): RawBuilder<string | null> {
  if (groupBy === 'WEEK') {
    return sql<string>`to_char(date_trunc('week', fact.at at time zone 'Asia/Shanghai'), 'YYYY-MM-DD')`;
  }
  if (groupBy === 'REGION') {
    const depth =
      regionId === null
        ? sql`1`
        : sql`(select cardinality(ancestor_ids) + 1 from regions where id = ${regionId}::uuid)`;
    return sql<string>`(select coalesce(ancestor_ids[${depth}], id)::text from regions where id = fact.region_id)`;
  }
  if (groupBy === 'OCCUPATION') {
    const depth =
      occupationCode === null
        ? sql`1`
        : sql`(select cardinality(ancestor_codes) + 1 from occupations where code = ${occupationCode})`;
    return sql<string>`(select coalesce(ancestor_codes[${depth}], code) from occupations where code = fact.occupation_code)`;
  }
  return sql<string | null>`null::text`;
}
