import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../../src/core/database/index.js';
import { MatchingService } from '../../src/modules/matching/index.js';
import { seekerFormats } from '../../src/modules/profiles/import/formats/index.js';
import { SeekerImportService } from '../../src/modules/profiles/import/seeker-import.service.js';
import { createAccount } from '../../test/factories/account.factory.js';
import { createProfile } from '../../test/factories/profile.factory.js';
import { SEEKERS } from './corpus.js';
import { keepAliveClient, type Target } from './http-load.js';
import { openPlatform, percentile, round, timed, withCorpus } from './platform.js';

const POSTINGS = 100_000;
const REQUESTS = 60;
const BATCH = 2_000;

const OUTLOOK = '{ myMatchOutlook { fittingCount changes { sentence addedCount topCount } } }';
const STANDING = `query ($id: ID!) { explainMatch(jobPostingId: $id) { score reasons { name points evidence }
  standing { rank fittingCount changes { sentence rankAfter } } } }`;

/** One person against a hundred thousand open postings, end to end over HTTP; and one changed posting against all people. */
export async function measureOnePerson() {
  const app = await openPlatform();
  await withCorpus(app, 'match');
  const uow = app.get(UnitOfWork, { strict: false });
  await fillUp(uow);
  const format = seekerFormats.get('tipdm-2023');
  if (!format) throw new Error('No format tipdm-2023');
  const imports = app.get(SeekerImportService, { strict: false });
  await imports.run({ format, path: SEEKERS, isDryRun: false });
  const token = await graduate(app);
  const url = `${await app.url()}/graphql`;
  const headers = { authorization: `Bearer ${token}` };
  const ids = (
    await uow.sql
      .selectFrom('job_postings')
      .select('id')
      .where('title', 'like', '%数据分析%')
      .orderBy('id')
      .limit(REQUESTS)
      .execute()
  ).map(({ id }) => id);
  const asked = (query: string, variables: object = {}): Target => ({
    url,
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const first = keepAliveClient();
  const firstMs = await timed(() => first.post(asked(OUTLOOK)));
  first.close();
  const outlook = await samples(() => asked(OUTLOOK));
  const standing = await samples((i) => asked(STANDING, { id: ids[i % ids.length] }));
  const matching = app.get(MatchingService, { strict: false });
  const changed = [];
  for (const id of ids.slice(0, 10)) changed.push(await timed(() => matching.matchJobPosting(id)));
  const people = await uow.sql
    .selectFrom('job_seeker_profiles')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  await app.close();
  return {
    onePersonPostings: POSTINGS,
    onePersonFirstMs: round(firstMs),
    onePersonP50Ms: percentile(outlook, 0.5),
    onePersonP95Ms: percentile(outlook, 0.95),
    standingP50Ms: percentile(standing, 0.5),
    changedPostingPeople: Number(people.count),
    changedPostingP50Ms: percentile(changed, 0.5),
  };
}

async function samples(target: (i: number) => Target): Promise<number[]> {
  const client = keepAliveClient();
  const found: number[] = [];
  for (let i = 0; i < REQUESTS; i++) {
    const startedAt = performance.now();
    const answer = await client.post(target(i));
    found.push(performance.now() - startedAt);
    if (answer.includes('"errors"')) throw new Error(answer.slice(0, 300));
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

/** A graduate with wishes and skills as the real seekers have them. */
async function graduate(app: INestApplicationContext): Promise<string> {
  const found = {
    get: <T>(type: abstract new (...args: never[]) => T): T => app.get(type, { strict: false }),
  };
  const person = await createAccount(found);
  await createProfile(found, {
    person,
    skills: ['Python', 'SQL', 'Excel'],
    intentions: [{ title: '数据分析师', occupationCode: null, payMinFen: 600_000n }],
  });
  return person.token;
}
