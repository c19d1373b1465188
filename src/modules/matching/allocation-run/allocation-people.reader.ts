import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import { mask } from '../../../core/privacy/index.js';
import { mayBeFound } from '../../profiles/index.js';
import type { AllocationPerson } from './allocation-posting.model.js';

const MOST_WORDS = 5;
const MOST_LINES = 10;

/** People a bureau may choose by hand. What is sought is never a name: names stay masked. */
@Injectable()
export class AllocationPeopleReader {
  constructor(private readonly uow: UnitOfWork) {}

  list(sought: string | null, args: PageArgs): Promise<Connection<AllocationPerson>> {
    let query = this.uow.sql
      .selectFrom('job_seeker_profiles as profile')
      .select([
        'profile.id',
        'profile.updated_at',
        'profile.full_name',
        'profile.headline',
        sql<string[]>`array(select coalesce(wish.title, occupation.name) from job_intentions as wish
          left join occupations as occupation on occupation.code = wish.occupation_code
          where wish.profile_id = profile.id and coalesce(wish.title, occupation.name) is not null
          order by wish.ordinal limit ${MOST_LINES})`.as('wished_titles'),
        sql<string[]>`array(select concat_ws(' ', study.institution, study.major_name)
          from education_entries as study where study.profile_id = profile.id
          order by study.ordinal limit ${MOST_LINES})`.as('studies'),
      ])
      .where(mayBeFound('profile'));
    for (const word of (sought ?? '').split(/\s+/).slice(0, MOST_WORDS)) {
      if (word !== '') query = query.where(holding(word));
    }
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'profile.updated_at', direction: 'desc', type: 'timestamptz' },
        { column: 'profile.id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => ({
        id: row.id,
        maskedName: row.full_name === null ? null : mask.name(row.full_name),
        headline: row.headline,
        wishedTitles: row.wished_titles,
        studies: row.studies,
      }),
    });
  }
}

function holding(word: string): RawBuilder<SqlBool> {
  const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<SqlBool>`(exists (select from job_intentions as wish
      left join occupations as occupation on occupation.code = wish.occupation_code
      where wish.profile_id = profile.id and (wish.title ilike ${pattern} or occupation.name ilike ${pattern}))
    or exists (select from education_entries as study where study.profile_id = profile.id
      and (study.institution ilike ${pattern} or study.major_name ilike ${pattern}))
    or exists (select from profile_skills as skill where skill.profile_id = profile.id and skill.name ilike ${pattern}))`;
}
