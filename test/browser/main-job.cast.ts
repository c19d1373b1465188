import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation, type TestOrganisation } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import type { TestApp } from '../support/app.js';

export const TITLE = '数控设备调试员';
export const EMPLOYER = '吴中精密制造有限公司';

/** An organisation whose administrator has a session for the portal. */
export async function createTeam(
  app: TestApp,
  kind: TestOrganisation['kind'],
  name: string,
): Promise<TestOrganisation> {
  const account = await createAccount(app, { channel: 'PORTAL' });
  return createOrganisation(app, { kind, name, members: [{ account, role: 'ADMINISTRATOR' }] });
}

/** Who plays, and what they find: a draft with one seat and an agreement that waits for both signatures. */
export async function castOf(app: TestApp) {
  const enterprise = await createTeam(app, 'ENTERPRISE', EMPLOYER);
  const college = await createTeam(app, 'COLLEGE', '吴中职业技术学院');
  const bureau = await createTeam(app, 'HR_BUREAU', '吴中人力资源和社会保障局');
  const graduate = await createProfile(app, {
    person: await createAccount(app, { channel: 'PORTAL', displayName: '林晓' }),
    fullName: '林晓',
  });
  const rival = await createProfile(app, { fullName: '周明' });
  const posting = await createJobPosting(app, {
    organisation: enterprise,
    state: 'DRAFT',
    title: TITLE,
    headcount: 1,
    payMaxFen: 700_000n,
  });
  const agreement = await createAgreement(app, {
    college,
    enterprise,
    drafter: 'COLLEGE',
    state: 'AWAITING_SIGNATURES',
  });
  return { enterprise, college, bureau, graduate, rival, posting, agreement };
}

export type Cast = Awaited<ReturnType<typeof castOf>>;

/** Relay and worker beside the people, and a clock that runs, so many days ahead if need be. */
export function runBehind(app: TestApp) {
  let offset = 0;
  let isOver = false;
  const work = async (): Promise<void> => {
    while (!isOver) {
      if (offset > 0) app.clock.set(new Date(Date.now() + offset));
      await app.settle();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  const working = work();
  // A failure is told when the spec stops it, not as an unhandled one.
  working.catch(() => undefined);
  return {
    /** The instant it is then. */
    passDays(days: number): Date {
      offset += days * 86_400_000;
      app.clock.set(new Date(Date.now() + offset));
      return app.clock.now();
    },
    async stop(): Promise<void> {
      isOver = true;
      await working;
      await app.settle();
      app.clock.release();
    },
  };
}

/** The rows of a question, each as one line of its columns. */
export async function linesOf(
  app: TestApp,
  sql: string,
  values: readonly unknown[],
): Promise<string[]> {
  const { rows } = await app.database.pool.query<Record<string, unknown>>(sql, [...values]);
  return rows.map((row) => Object.values(row).map(String).join(' '));
}

const RECORDS = {
  posting: `select state, close_cause, filled_count, headcount from job_postings where id = $1`,
  postingHistory: `select transition, to_state from job_posting_history where job_posting_id = $1 order by id`,
  agreement: `select a.state, count(distinct s.organisation_id), bool_and(s.content_hash = a.content_hash)
    from agreements a join agreement_signatures s on s.agreement_id = a.id and s.voided_at is null where a.id = $1 group by a.id`,
  agreementHistory: `select transition, to_state from agreement_history
    where agreement_id = $1 and transition <> 'edit' order by id`,
  application: `select h.transition, h.by_party, h.to_state from application_history h
    join applications a on a.id = h.application_id where a.job_posting_id = $1 and a.account_id = $2 order by h.id`,
  interview: `select i.state, i.mode, i.place from interviews i
    join applications a on a.id = i.application_id where a.job_posting_id = $1 and a.account_id = $2`,
  offer: `select o.state, o.pay_min_fen, o.pay_max_fen from offers o
    join applications a on a.id = o.application_id where a.job_posting_id = $1 and a.account_id = $2`,
  rival: `select state, close_reason, closed_by from applications where id = $1`,
} as const;

/** What the database has in the end. */
export async function recordsOf(app: TestApp, cast: Cast, rivalApplicationId: string) {
  const { posting, agreement, graduate } = cast;
  const ask = (name: keyof typeof RECORDS, ...values: string[]) =>
    linesOf(app, RECORDS[name], values);
  const hers = [posting.id, graduate.person.account.id];
  return {
    posting: await ask('posting', posting.id),
    postingHistory: await ask('postingHistory', posting.id),
    agreement: await ask('agreement', agreement.id),
    agreementHistory: await ask('agreementHistory', agreement.id),
    application: await ask('application', ...hers),
    interview: await ask('interview', ...hers),
    offer: await ask('offer', ...hers),
    rival: await ask('rival', rivalApplicationId),
  };
}

/** Kinds of everything each of them was told, in alphabetical order. */
export async function noticesOf(app: TestApp, cast: Cast) {
  const to = ({ account }: TestAccount): Promise<string[]> =>
    linesOf(app, 'select kind from notifications where account_id = $1 order by kind', [
      account.id,
    ]);
  return {
    graduate: await to(cast.graduate.person),
    rival: await to(cast.rival.person),
    recruiter: await to(cast.enterprise.administrator),
    clerk: await to(cast.college.administrator),
    officer: await to(cast.bureau.administrator),
  };
}
