import { UnitOfWork, sqlState } from '../../../src/core/database/index.js';
import { PersonalData } from '../../../src/core/privacy/index.js';
import { ApplicationsModule } from '../../../src/modules/applications/index.js';
import {
  createApplication,
  createInterview,
  type TestApplication,
} from '../../factories/application.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ modules: [ApplicationsModule] });
  app.clock.set('2026-11-23T10:00:00+08:00');
});
afterAll(() => app.close());

/** SQLSTATE and constraint, or `done`. */
async function attempt(query: string, values: readonly unknown[]): Promise<string> {
  try {
    await app.database.pool.query(query, [...values]);
    return 'done';
  } catch (error) {
    const { constraint = '' } = error as { constraint?: string };
    return [sqlState(error), constraint].filter(Boolean).join(' ');
  }
}

describe('the database keeps applications whole', () => {
  it.each([
    ['ck_applications_closed', `state = 'closed'`],
    ['ck_applications_closed', `close_reason = 'withdrawn'`],
    [
      'ck_applications_closed',
      `state = 'closed', close_reason = 'withdrawn', closed_by = 'applicant'`,
    ],
    ['ck_applications_answer_due', `answer_due_by = null`],
    ['ck_applications_onboarded', `state = 'onboarded'`],
  ])('%s: %s', async (constraint, change) => {
    const { id } = await createApplication(app);
    expect(await attempt(`update applications set ${change} where id = $1`, [id])).toBe(
      `23514 ${constraint}`,
    );
  });

  const copyOf = (table: string, columns: string) =>
    `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid())
       || ${columns})).* from ${table} t where id = $1`;

  it('one open application of a person to a posting, any number of closed ones', async () => {
    const { id } = await createApplication(app);
    const closed = `'{"state":"closed","close_reason":"withdrawn","closed_by":"applicant","closed_at":"2026-11-01"}'`;
    expect(await attempt(copyOf('applications', `'{}'::jsonb`), [id])).toBe(
      '23505 uq_applications_open',
    );
    for (let made = 0; made < 2; made += 1)
      expect(await attempt(copyOf('applications', `${closed}::jsonb`), [id])).toBe('done');
  });

  it('one offer of an application that is open or accepted', async () => {
    const { offerId } = await createApplication(app, { state: 'ACCEPTED' });
    expect(await attempt(copyOf('offers', `'{"state":"open"}'::jsonb`), [offerId])).toBe(
      '23505 uq_offers_open',
    );
    expect(await attempt(copyOf('offers', `'{"state":"declined"}'::jsonb`), [offerId])).toBe(
      'done',
    );
    const below = `update offers set pay_min_fen = pay_max_fen + 1 where id = $1`;
    expect(await attempt(below, [offerId])).toBe('23514 ck_offers_pay');
  });

  it('no two confirmed interviews of a person at a time, and none longer than half a day', async () => {
    const person = await createProfile(app);
    const ids = [];
    for (let made = 0; made < 2; made += 1)
      ids.push(await createInterview(app, await createApplication(app, { applicant: person })));
    const confirm = `update interviews set state = 'confirmed' where id = $1`;
    expect(await attempt(confirm, [ids[0]])).toBe('done');
    expect(await attempt(confirm, [ids[1]])).toBe('23P01 ex_interviews_account');
    const stretch = `update interviews set ends_at = starts_at + interval '13 hours' where id = $1`;
    expect(await attempt(stretch, [ids[1]])).toBe('23514 ck_interviews_times');
  });
});

describe('closing an account', () => {
  const rowOf = async ({ id }: TestApplication) => {
    const { rows } = await app.database.pool.query<Record<string, unknown>>(
      `select state::text, close_reason::text, snapshot, cover_note,
         consent_withdrawn_at is not null as consent_is_withdrawn,
         (select count(*)::int from application_notes n where n.application_id = a.id) as notes,
         (select string_agg(o.state::text || coalesce(o.message, ''), ',') from offers o
          where o.application_id = a.id) as offers
       from applications a where id = $1`,
      [id],
    );
    return rows[0];
  };

  it('ends what is open and blanks what is personal; others’ applications stay', async () => {
    const applicant = await createProfile(app);
    const coverNote = '我住在苏州。';
    const open = await createApplication(app, { applicant, coverNote });
    const offered = await createApplication(app, { applicant, state: 'OFFERED' });
    const accepted = await createApplication(app, { applicant, state: 'ACCEPTED' });
    const other = await createApplication(app, { posting: open.posting, coverNote });
    await app.database.pool.query(
      `insert into application_notes (id, application_id, body, author_id, written_at)
       select gen_random_uuid(), id, '备注', account_id, now() from applications where id in ($1, $2)`,
      [open.id, other.id],
    );
    const { id } = applicant.person.account;
    const personalData = app.get(PersonalData);
    const exported = await personalData.exportFor(id);
    expect(exported.applications).toMatchObject([
      { coverNote, state: 'SUBMITTED', profile: { fullName: applicant.fullName } },
      { state: 'OFFERED' },
      { state: 'ACCEPTED' },
    ]);
    await app.get(UnitOfWork).run(() => personalData.eraseFor(id));
    const blank = { snapshot: {}, cover_note: null, notes: 0, consent_is_withdrawn: true };
    const closed = { ...blank, state: 'closed', close_reason: 'account_closed' };
    expect(await rowOf(open)).toEqual({ ...closed, offers: null });
    expect(await rowOf(offered)).toEqual({ ...closed, offers: 'withdrawn' });
    expect(await rowOf(accepted)).toEqual({
      ...blank,
      state: 'accepted',
      close_reason: null,
      offers: 'accepted',
    });
    expect(await rowOf(other)).toMatchObject({
      state: 'submitted',
      cover_note: coverNote,
      notes: 1,
    });
  });
});
