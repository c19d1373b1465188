import type { INestApplicationContext } from '@nestjs/common';
import { isUuid } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { MatchingService } from '../../src/modules/matching/index.js';
import { MatchMarket } from '../../src/modules/matching/match-market.js';
import { MatchPeople } from '../../src/modules/matching/match-people.js';
import { seekerFormats } from '../../src/modules/profiles/import/formats/index.js';
import { SeekerImportService } from '../../src/modules/profiles/import/seeker-import.service.js';
import { Prisma } from '../../src/generated/prisma/client.js';
import { createAccount } from '../../test/factories/account.factory.js';
import { createProfile } from '../../test/factories/profile.factory.js';
import { readTwoSided } from '../eval/support/two-sided.js';
import { SEEKERS } from './corpus.js';
import { everyNth } from './growth.js';
import { keepAliveClient, type Target } from './http-load.js';
import { clearBacklog, importCorpus, openPlatform, percentile, round, timed } from './platform.js';

const POSTINGS = 100_000;
/** Who the changed postings are put to. */
const SEEKERS_IN_ALL = 20_000;
/** Each another person, who asks once. */
const PEOPLE = 60;
/** Changed postings. */
const CHANGES = 10;
const BATCH = 2_000;

const OUTLOOK = '{ myMatchOutlook { fittingCount changes { sentence addedCount topCount } } }';
const STANDING = `query ($id: ID!) { explainMatch(jobPostingId: $id) { score reasons { name points evidence }
  standing { rank fittingCount changes { sentence rankAfter } } } }`;

/**
 * One person against a hundred thousand open postings, end to end over HTTP, for many different people; and one changed
 * posting against all people.
 */
export async function measureOnePerson() {
  const app = await openPlatform();
  await importCorpus(app, 'match');
  await clearBacklog(app);
  const uow = app.get(UnitOfWork, { strict: false });
  await fillUp(uow);
  const format = seekerFormats.get('tipdm-2023');
  if (!format) throw new Error('No format tipdm-2023');
  const imports = app.get(SeekerImportService, { strict: false });
  await imports.run({ format, path: SEEKERS, isDryRun: false });
  await fillUpPeople(uow);
  const url = `${await app.url()}/graphql`;
  const tokens: string[] = [];
  const asked = (person: number, query: string, variables: object = {}): Target => ({
    url,
    headers: { authorization: `Bearer ${tokens[person] ?? ''}` },
    body: JSON.stringify({ query, variables }),
  });
  tokens.push(...(await differentPeople(app, ['数据分析师'])));
  const client = keepAliveClient();
  const firstMs = await timed(() => client.post(asked(0, OUTLOOK)));
  client.close();
  // What is open, as the process has read it for that first person.
  const engine = await app.get(MatchMarket, { strict: false }).engine();
  // Ids of copies are none that the API takes.
  const named = Array.from({ length: engine.size }, (_, i) => engine.posting(i)).filter(
    ({ jobPostingId }) => isUuid(jobPostingId),
  );
  const open = everyNth(named, named.length / PEOPLE);
  const ids = open.map(({ jobPostingId }) => jobPostingId);
  tokens.push(
    ...(await differentPeople(
      app,
      open.map(({ title }) => title),
    )),
  );
  const outlook = await samples((i) => asked(i + 1, OUTLOOK));
  const standing = await samples((i) => asked(i + 1, STANDING, { id: ids[i] }));
  const matching = app.get(MatchingService, { strict: false });
  const changed = [];
  const readingPeopleMs = await timed(() => app.get(MatchPeople, { strict: false }).everybody());
  for (const id of ids.slice(0, CHANGES))
    changed.push(await timed(() => matching.matchJobPosting(id)));
  const people = await uow.sql
    .selectFrom('job_seeker_profiles')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  await app.close();
  return {
    onePersonPostings: engine.size,
    onePersonPeople: PEOPLE,
    onePersonFirstMs: round(firstMs),
    onePersonP50Ms: percentile(outlook, 0.5),
    onePersonP95Ms: percentile(outlook, 0.95),
    standingP50Ms: percentile(standing, 0.5),
    changedPostingPeople: Number(people.count),
    changedPostingP50Ms: percentile(changed, 0.5),
    changedPostingWorstMs: percentile(changed, 1),
    readingPeopleMs: round(readingPeopleMs),
  };
}

async function samples(target: (i: number) => Target): Promise<number[]> {
  const client = keepAliveClient();
  const found: number[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    const startedAt = performance.now();
    const answer = await client.post(target(i));
    found.push(performance.now() - startedAt);
    if (answer.includes('"errors"') || answer.includes(':null}}'))
      throw new Error(answer.slice(0, 300));
  }
  client.close();
  return found;
}

/** Copies of real postings, under other ids, until there are enough; those of an earlier run stay. */
async function fillUp(uow: UnitOfWork): Promise<void> {
  const real = await uow.sql
    .selectFrom('job_postings')
    .select('id')
    .where('source_id', 'not like', 'copy-%')
    .orderBy('id')
    .execute();
  const ids = real.map(({ id }) => id).slice(0, POSTINGS - real.length);
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    await uow.db.$executeRaw`
      insert into job_postings select copy.* from job_postings as posting
      cross join lateral jsonb_populate_record(null::job_postings, to_jsonb(posting) || jsonb_build_object(
        'id', md5('copy' || posting.id)::uuid, 'source_id', 'copy-' || posting.source_id,
        'fingerprint', md5('copy' || posting.fingerprint))) as copy
      where posting.id = any(${batch}::uuid[])
      on conflict do nothing`;
    await uow.db.$executeRaw`
      insert into job_posting_requirements select copy.* from job_posting_requirements as requirement
      cross join lateral jsonb_populate_record(null::job_posting_requirements,
        to_jsonb(requirement) || jsonb_build_object('id', md5('copy' || requirement.id)::uuid,
          'job_posting_id', md5('copy' || requirement.job_posting_id)::uuid)) as copy
      where requirement.job_posting_id = any(${batch}::uuid[])
      on conflict do nothing`;
  }
}

/** The same at each run, and one that is taken for an id. */
const COPY_ID = Prisma.sql`overlay(overlay(md5(number || originals.id::text)
  placing '4' from 13) placing '8' from 17)::uuid`;

/** Copies of real seekers, each wishing and able to do the same as the original, until there are enough; made anew. */
async function fillUpPeople(uow: UnitOfWork): Promise<void> {
  await uow.db.$executeRaw`delete from job_seeker_profiles where source_id like 'copy-%'`;
  await uow.db.$executeRaw`
    with originals as (
      select *, row_number() over (order by id) as place, count(*) over () as total
      from job_seeker_profiles where source_id is not null and source_id not like 'copy-%'
    ), copies as (
      insert into job_seeker_profiles
      select copy.* from originals cross join generate_series(1, 100) as number
      cross join lateral jsonb_populate_record(null::job_seeker_profiles, to_jsonb(originals)
        || jsonb_build_object('id', ${COPY_ID},
          'source_id', 'copy-' || number || '-' || originals.source_id)) as copy
      where number * originals.total + originals.place <= ${SEEKERS_IN_ALL}
      on conflict do nothing returning id
    ), pairs as (
      select copies.id as copy_id, originals.id as original_id, number
      from originals cross join generate_series(1, 100) as number
      join copies on copies.id = ${COPY_ID}
    ), skills as (
      insert into profile_skills
      select copy.* from profile_skills entry join pairs on pairs.original_id = entry.profile_id
      cross join lateral jsonb_populate_record(null::profile_skills, to_jsonb(entry)
        || jsonb_build_object('id', gen_random_uuid(), 'profile_id', pairs.copy_id)) as copy
    ), educations as (
      insert into education_entries
      select copy.* from education_entries entry join pairs on pairs.original_id = entry.profile_id
      cross join lateral jsonb_populate_record(null::education_entries, to_jsonb(entry)
        || jsonb_build_object('id', gen_random_uuid(), 'profile_id', pairs.copy_id)) as copy
    )
    insert into job_intentions
    select copy.* from job_intentions entry join pairs on pairs.original_id = entry.profile_id
    cross join lateral jsonb_populate_record(null::job_intentions, to_jsonb(entry)
      || jsonb_build_object('id', gen_random_uuid(), 'profile_id', pairs.copy_id)) as copy`;
  await uow.db.$executeRaw`analyze job_seeker_profiles`;
}

/** People who each wish for another title of a posting, with the skills and the pay of real seekers; their tokens. */
async function differentPeople(
  app: INestApplicationContext,
  titles: readonly string[],
): Promise<string[]> {
  const found = {
    get: <T>(type: abstract new (...args: never[]) => T): T => app.get(type, { strict: false }),
  };
  const { people } = readTwoSided();
  const tokens: string[] = [];
  for (const [i, title] of titles.entries()) {
    const real = people[(i * 13) % people.length];
    const person = await createAccount(found);
    await createProfile(found, {
      person,
      skills: real?.skills ?? [],
      intentions: [
        { title, occupationCode: null, payMinFen: BigInt(real?.wishedPayMinFen ?? 600_000) },
      ],
    });
    tokens.push(person.token);
  }
  return tokens;
}
