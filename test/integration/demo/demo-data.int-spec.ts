import { checkWording } from '../../../src/modules/job-postings/wording/wording-check.js';
import { ReferenceReader } from '../../../src/modules/reference-data/index.js';
import { DemoRemoval } from '../../../src/modules/demo/demo-removal.service.js';
import { DEMO_PASSWORD, DEMO_PLAYERS } from '../../../src/modules/demo/demo-log-ins.js';
import { DemoSeeder } from '../../../src/modules/demo/demo.seeder.js';
import { DEMO_TABLES, type DemoRow } from '../../../src/modules/demo/generator/demo-rows.js';
import { generateDemo } from '../../../src/modules/demo/generator/generate.js';
import { AllEventsVerifier } from '../../../src/modules/agreements/evidence/all-events-verifier.service.js';
import { ObligationFiguresReader } from '../../../src/modules/agreements/obligations/obligation-figures.reader.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createOrganisation } from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const START = '2026-11-22T10:00:00+08:00';
const PLAYERS = {
  bureauOfficer: '0193a000-0000-7000-8000-000000000001',
  recruiter: '0193a000-0000-7000-8000-000000000002',
  collegeClerk: '0193a000-0000-7000-8000-000000000003',
  baseCoordinator: '0193a000-0000-7000-8000-000000000004',
  graduate: '0193a000-0000-7000-8000-000000000005',
  administrator: '0193a000-0000-7000-8000-000000000006',
};

const POSTING_STATES = {
  draft: 25,
  expired: 25,
  filled: 18,
  in_review: 16,
  paused: 10,
  published: 272,
  scheduled: 9,
  stopped: 25,
};
/** All published ones but those kept for students of other colleges. */
const OPEN_TO_GRADUATE = 254;
const AFFILIATION_STATES = ['claimed', 'confirmed', 'left', 'refused', 'rostered'];
const AGREEMENT_STATES = {
  awaiting_signatures: 3,
  cancelled: 1,
  draft: 2,
  effective: 11,
  expired: 2,
  partially_signed: 3,
  signed: 1,
  suspended: 1,
  terminated: 1,
};
/** As many as there are in these states. */
const SEALED = { effective: 11, expired: 2, signed: 1, suspended: 1, terminated: 1 };
const APPLICATION_ENDS = [
  ...['accepted', 'interviewing', 'lacks_requirement', 'no_show', 'not_selected', 'not_started'],
  ...[
    'offer_declined',
    'offer_lapsed',
    'offer_withdrawn',
    'offered',
    'onboarded',
    'posting_closed',
  ],
  ...['posting_filled', 'reneged', 'shortlisted', 'submitted', 'viewed', 'withdrawn'],
];
const INTERVIEW_STATES = ['cancelled', 'confirmed', 'declined', 'held', 'no_show', 'proposed'];
const OFFER_STATES = ['accepted', 'declined', 'lapsed', 'open', 'reneged', 'withdrawn'];

const DEMO_ACCOUNTS = `select record_id from demo_records where table_name = 'accounts'`;

/** What the constraints of the database do not say and must hold all the same. */
const FLAWS = {
  'seats taken differ from people hired': `demo_postings posting where filled_count <> (
     select count(*) from applications
     where job_posting_id = posting.id and applications.state in ('accepted', 'onboarded'))`,
  'a filled posting has a seat left': `demo_postings where close_cause = 'filled' and filled_count <> headcount`,
  'an open posting is full': `demo_postings where state = 'published' and filled_count >= headcount`,
  'a live posting is out of date': `demo_postings where state in ('published', 'paused', 'scheduled', 'in_review')
     and valid_through < '2026-12-20'`,
  'an answer is overdue': `applications where answer_due_at < '${START}'`,
  'an interview to come lies in the past': `interviews where state in ('proposed', 'confirmed') and starts_at < '${START}'`,
  'someone applied before the posting was published': `applications join demo_postings on demo_postings.id = job_posting_id
     where submitted_at < published_at`,
  'a history ends in another state': `applications application where state <> (
     select to_state from application_history where application_id = application.id order by occurred_at desc, id desc limit 1)`,
  'a history of a posting ends in another state': `demo_postings posting where state <> (
     select to_state from job_posting_history where job_posting_id = posting.id order by occurred_at desc limit 1)`,
  'something happened after the first start': `application_history where occurred_at > '${START}'`,
};

describe('the demo data', () => {
  let app: TestApp;
  let seeder: DemoSeeder;

  beforeAll(async () => {
    app = await createTestApp();
    app.clock.set(START);
    seeder = app.get(DemoSeeder);
  });
  afterAll(() => app.close());

  const count = async (from: string): Promise<number> => {
    const { rows } = await app.database.pool.query<{ n: number }>(
      `select count(*)::int as n from ${from}`,
    );
    return rows[0]?.n ?? -1;
  };
  const grouped = async (from: string, by: string): Promise<Record<string, number>> => {
    const { rows } = await app.database.pool.query<{ key: string; n: number }>(
      `select ${by}::text as key, count(*)::int as n from ${from} group by 1 order by 1`,
    );
    return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
  };
  const counts = async (): Promise<Record<string, number>> => {
    const all: Record<string, number> = {};
    for (const table of DEMO_TABLES) all[table] = await count(table);
    return all;
  };
  const labourObligations = async (): Promise<string[]> => {
    const { rows } = await app.database.pool.query<{ id: string }>(
      `select id from agreements where agreement_number = 'LW-DEM-000001'`,
    );
    const id = rows[0]?.id ?? '';
    const obligations = (await app.get(ObligationFiguresReader).listOfMany([id])).get(id) ?? [];
    return obligations.map(
      ({ metricCode, proof, delivered, quantity }) =>
        `${metricCode} ${proof} ${String(delivered)}/${String(quantity)}`,
    );
  };
  const generate = async (seed?: number) =>
    generateDemo({
      ...(seed === undefined ? {} : { seed }),
      start: new Date(START),
      players: PLAYERS,
      tables: await app.get(ReferenceReader).tables(),
    });
  const bytes = (rows: { of(table: (typeof DEMO_TABLES)[number]): readonly DemoRow[] }): string =>
    JSON.stringify(DEMO_TABLES.map((table) => rows.of(table)));

  it('are the same bytes for the same seed, and others for another', async () => {
    const first = bytes(await generate());
    expect(bytes(await generate())).toBe(first);
    expect(bytes(await generate(2)) === first).toBe(false);
  });

  it('say nothing in a posting that the wording check objects to', async () => {
    const findings = (await generate()).of('job_postings').flatMap((row) =>
      checkWording({
        title: row.title as string,
        duties: row.duties as string,
        conditions: row.conditions as string,
        workConditions: row.work_conditions as string,
      }).map(({ ruleId, words }) => `${ruleId}: ${words}`),
    );
    expect(findings).toEqual([]);
  });

  it('are loaded once, beside what was there, and taken out again, but for what is evidence', async () => {
    const enterprise = await createOrganisation(app);
    const posting = await createJobPosting(app, { organisation: enterprise });
    const before = await counts();
    for (const [view, table] of [
      ['demo_organisations', 'organisations'],
      ['demo_postings', 'job_postings'],
    ])
      await app.database.pool.query(
        `create view ${view} as select * from ${table} where id in (select record_id from demo_records)`,
      );
    expect(await seeder.needed()).toBe(true);
    expect(await seeder.demoLogIns()).toEqual([]);

    const told: string[] = [];
    const since = performance.now();
    await seeder.run((text) => told.push(text));
    const seconds = (performance.now() - since) / 1000;
    expect(seconds).toBeLessThan(60);
    expect(told).toContain('400 job postings');
    expect(await seeder.needed()).toBe(false);
    expect(await seeder.demoLogIns()).toEqual(
      DEMO_PLAYERS.map(({ role, identifier }) => ({ role, identifier, password: DEMO_PASSWORD })),
    );
    expect(await grouped('demo_organisations', 'kind')).toEqual({
      college: 12,
      enterprise: 40,
      hr_bureau: 3,
      labour_base: 4,
    });
    expect(await grouped('demo_organisations', 'standing')).toEqual({
      lapsed: 1,
      suspended: 1,
      unverified: 2,
      verified: 55,
    });
    expect(await count('job_seeker_profiles')).toBe(300);
    expect(await grouped('demo_postings', 'coalesce(close_cause::text, state::text)')).toEqual(
      POSTING_STATES,
    );
    expect(Object.keys(await grouped('affiliations', 'state'))).toEqual(AFFILIATION_STATES);
    expect(await grouped('agreements', 'state')).toEqual(AGREEMENT_STATES);
    const applied = await grouped('applications', 'coalesce(close_reason::text, state::text)');
    expect(Object.keys(applied)).toEqual(APPLICATION_ENDS);
    expect(Object.keys(await grouped('interviews', 'state'))).toEqual(INTERVIEW_STATES);
    expect(Object.keys(await grouped('offers', 'state'))).toEqual(OFFER_STATES);
    expect(await labourObligations()).toEqual([
      'PEOPLE_TRANSFERRED ENTRIES 84/300',
      'VISITS_HELD ENTRIES 0/4',
      'PEOPLE_TRANSFERRED RECORDS 2/20',
    ]);
    expect(await count(`account_identifiers where account_id in (${DEMO_ACCOUNTS})`)).toBe(6);
    for (const [flaw, from] of Object.entries(FLAWS))
      expect([flaw, await count(from)]).toEqual([flaw, 0]);

    const outcome = await app.get(DemoRemoval).remove({ withDependents: false });
    expect(outcome.holding).toEqual({});
    const events = await count('agreement_events');
    expect(events).toBeGreaterThan(100);
    expect(await counts()).toEqual({ ...before, agreement_events: events });
    expect(await count('demo_records')).toBe(0);
    expect(await count(`job_postings where id = '${posting.id}'`)).toBe(1);
    expect(await seeder.needed()).toBe(false);
  });

  it('stay while people hold on to them, unless those records may go too', async () => {
    const own = await createTestApp();
    try {
      await own.get(DemoSeeder).run(() => undefined);
      const { rows } = await own.database.pool.query<{ id: string }>(
        `select id from organisations where kind = 'hr_bureau' order by id limit 1`,
      );
      const real = await createOrganisation(own);
      const bureau = rows[0]?.id ?? '';
      await own.database.pool.query(
        `insert into organisation_members (id, organisation_id, account_id, role, joined_at)
         values (gen_random_uuid(), $1, $2, 'viewer', now())`,
        [bureau, real.administrator.account.id],
      );
      await own.database.pool.query(
        `insert into organisation_members (id, organisation_id, account_id, role, joined_at)
         select gen_random_uuid(), $1, account_id, 'officer', now()
         from organisation_members where organisation_id = $2 and role = 'administrator'`,
        [real.id, bureau],
      );
      const removal = own.get(DemoRemoval);
      expect(await removal.remove({ withDependents: false })).toEqual({
        removed: {},
        holding: { organisation_members: 1 },
      });
      const held = await own.database.pool.query(`select 1 from demo_records limit 1`);
      expect(held.rowCount).toBe(1);
      expect((await removal.remove({ withDependents: true })).holding).toEqual({});
      const left = await own.database.pool.query<{ id: string }>('select id from organisations');
      expect(left.rows).toEqual([{ id: real.id }]);
    } finally {
      await own.close();
    }
  });

  it('are indexed, matched, sealed, and open to their log-ins', async () => {
    const own = await createTestApp();
    try {
      await own.get(DemoSeeder).run(() => undefined);
      await own.settle();
      const signedIn = await own.gql(
        `mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }`,
        {
          input: { contact: DEMO_PLAYERS[0]?.identifier, password: DEMO_PASSWORD, channel: 'API' },
        },
      );
      expect(signedIn.data.signIn.userErrors).toEqual([]);
      const { data } = await own.gql(
        `{ searchJobPostings(first: 1) { totalCount degraded } myRecommendations(first: 3) { nodes { jobPosting { id } } } }`,
        {},
        { as: signedIn.data.signIn.token as string },
      );
      expect(data.searchJobPostings).toEqual({ totalCount: OPEN_TO_GRADUATE, degraded: false });
      expect(data.myRecommendations.nodes).toHaveLength(3);
      const { rows } = await own.database.pool.query<{ state: string; n: number }>(
        `select state, count(seal.agreement_id)::int as n
         from agreements left join agreement_seals seal on seal.agreement_id = agreements.id
         where state in ('signed', 'effective', 'suspended', 'expired', 'terminated') group by 1 order by 1`,
      );
      expect(Object.fromEntries(rows.map(({ state, n }) => [state, n]))).toEqual(SEALED);
      expect((await own.get(AllEventsVerifier).verifyAll()).bad).toEqual([]);
    } finally {
      await own.close();
    }
  });
});
