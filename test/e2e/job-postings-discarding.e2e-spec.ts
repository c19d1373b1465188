import { randomUUID } from 'node:crypto';
import { createAccount } from '../factories/account.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import type { As, GqlAnswer, Selected } from '../support/client.js';
import { postingScene } from './job-postings.scene.js';
import {
  CLAIM,
  DISCARD,
  NOBODY,
  outboxOf,
  RECALL,
  refusals,
  RETURN,
} from './job-postings.support.js';

const scene = postingScene();
const { onPosting, submit, update, seen, newDraft, inReview, published, expectUntouched } = scene;

beforeAll(scene.start);
beforeEach(scene.reset);
afterAll(scene.stop);

const discard = (
  id: string,
  version = 1,
  as: As = scene.enterprise.recruiter,
  idempotencyKey: string = randomUUID(),
): Promise<GqlAnswer<Selected>> => onPosting(DISCARD, id, { idempotencyKey, version }, as);

const WRONG_STATE = [{ code: 'JOB_POSTING_WRONG_STATE', field: null }];
const ON_RECORD = [{ code: 'JOB_POSTING_ON_RECORD', field: ['jobPostingId'] }];
const NOT_FOUND = [{ code: 'REQUEST_NOT_FOUND', field: ['jobPostingId'] }];

/** Rows that name the posting, by table. */
async function remains(id: string): Promise<Record<string, number>> {
  const { pool } = scene.app.database;
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where column_name = 'job_posting_id' and table_schema = 'public' order by 1`,
  );
  const counts: [string, number][] = [];
  for (const { name } of [...rows, { name: 'job_postings' }]) {
    const column = name === 'job_postings' ? 'id' : 'job_posting_id';
    const found = await pool.query(`select 1 from ${name} where ${column} = $1`, [id]);
    if (found.rowCount) counts.push([name, found.rowCount]);
  }
  return Object.fromEntries(counts);
}

describe('discarding a draft', () => {
  it('deletes it with all that belongs to it, and leaves an entry of the audit', async () => {
    const college = await createCollegeWithClerk(scene.app);
    const { id } = await createJobPosting(scene.app, {
      organisation: scene.enterprise,
      state: 'DRAFT',
      skills: ['电工', '焊工'],
      audience: { rule: 'PARTNERS_ONLY', collegeIds: [college.id] },
    });
    const { pool } = scene.app.database;
    const { account } = scene.enterprise.recruiter;
    await pool.query(
      'insert into job_posting_bookmarks (account_id, job_posting_id) values ($1, $2)',
      [account.id, id],
    );
    const other = await newDraft();
    const { data } = await discard(id);
    expect(data.discardJobPosting).toEqual({ discardedJobPostingId: id, userErrors: [] });
    expect(await remains(id)).toEqual({});
    expect(await seen(id, scene.enterprise.recruiter)).toBeNull();
    expect(await seen(other, scene.enterprise.recruiter)).toMatchObject({ state: 'DRAFT' });
    expect(await outboxOf(scene.app)).toEqual([]);
    const audit = await pool.query(
      `select actor_id, subject_id from audit_entries where action = 'discardJobPosting'`,
    );
    expect(audit.rows).toEqual([{ actor_id: account.id, subject_id: id }]);
  });

  it('says so to its employer before, and to nobody else', async () => {
    const may = async (id: string, as: As): Promise<unknown> => {
      const query = `query ($id: ID!) { jobPosting(id: $id) { viewerCan { discard } } }`;
      return (await scene.app.gql(query, { id }, { as })).data;
    };
    const viewer = await createAccount(scene.app);
    const organisation = await createOrganisation(scene.app, {
      members: [{ account: viewer, role: 'VIEWER' }],
    });
    const watched = await createJobPosting(scene.app, { organisation, state: 'DRAFT' });
    const yes = { jobPosting: { viewerCan: { discard: true } } };
    const no = { jobPosting: { viewerCan: { discard: false } } };
    const id = await newDraft();
    expect(await may(id, scene.enterprise.recruiter)).toEqual(yes);
    expect(await may(watched.id, viewer)).toEqual(no);
    expect(await may(watched.id, organisation.administrator)).toEqual(yes);
    await submit(id);
    expect(await may(id, scene.enterprise.recruiter)).toEqual(no);
    await onPosting(RECALL, id);
    expect(await may(id, scene.enterprise.recruiter)).toEqual(no);
  });

  it('answers a repeated request as the first, and another with its key not at all', async () => {
    const [id, other] = [await newDraft(), await newDraft()];
    const key = randomUUID();
    const first = await discard(id, 1, scene.enterprise.recruiter, key);
    expect((await discard(id, 1, scene.enterprise.recruiter, key)).data).toEqual(first.data);
    await expectUntouched(async () => {
      expect(refusals(await discard(other, 1, scene.enterprise.recruiter, key))).toEqual([
        { code: 'REQUEST_IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
      ]);
      expect(refusals(await discard(id))).toEqual(NOT_FOUND);
    });
  });

  it('refuses what a colleague has changed since it was looked at', async () => {
    const id = await newDraft();
    await update(id, 1, { title: '高级数控操作工' });
    await expectUntouched(async () => {
      expect(refusals(await discard(id, 1))).toEqual([
        { code: 'REQUEST_STALE', field: ['version'] },
      ]);
    });
    expect(refusals(await discard(id, 2))).toEqual([]);
  });

  it('refuses what is with the bureau, public or over', async () => {
    const reviewed = await inReview();
    const open = await published({ title: '质检员' });
    const states = ['SCHEDULED', 'PAUSED', 'CLOSED'] as const;
    const made = await Promise.all(
      states.map((state) =>
        createJobPosting(scene.app, { organisation: scene.enterprise, state, title: state }),
      ),
    );
    await expectUntouched(async () => {
      for (const { id } of [reviewed, open, ...made])
        expect(refusals(await discard(id, 2))).toEqual(WRONG_STATE);
    });
  });

  it('refuses a draft that was handed in before, or came from a source', async () => {
    const recalled = await inReview();
    await onPosting(RECALL, recalled.id);
    const returned = await inReview({ title: '质检员' });
    await scene.app.gql(
      RETURN,
      { input: { reviewId: returned.reviewId, remark: '请补充工作条件。' } },
      { as: scene.bureau.officer },
    );
    const { id: claimed } = await createJobPosting(scene.app, {
      publication: 'EXTERNAL',
      employerName: scene.enterprise.name,
    });
    const more = { idempotencyKey: randomUUID(), organisationId: scene.enterprise.id };
    expect(refusals(await onPosting(CLAIM, claimed, more))).toEqual([]);
    await expectUntouched(async () => {
      for (const id of [recalled.id, returned.id, claimed]) {
        expect(await seen(id, scene.enterprise.recruiter)).toMatchObject({ state: 'DRAFT' });
        expect(refusals(await discard(id, 3))).toEqual(ON_RECORD);
      }
    });
  });

  it('lets nobody but the organisation’s own officers do it', async () => {
    const id = await newDraft();
    const stranger = await createAccount(scene.app);
    const other = await createEnterpriseWithRecruiter(scene.app);
    await expectUntouched(async () => {
      const code = async (as: As): Promise<unknown> =>
        (await discard(id, 1, as)).errors?.[0]?.extensions.code;
      expect(await code(null)).toBe('UNAUTHENTICATED');
      expect(await code(stranger)).toBe('FORBIDDEN');
      expect(await code(scene.bureau.officer)).toBe('FORBIDDEN');
      const foreign = await discard(id, 1, other.recruiter);
      expect(refusals(foreign)).toEqual(NOT_FOUND);
      expect(foreign.data).toEqual((await discard(NOBODY, 1, other.recruiter)).data);
    });
  });

  it('is done or handed in, never both, when both are asked at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await newDraft({ title: `操作工${String(round)}号` });
      const acts = [() => discard(id), () => submit(id)];
      const [first, second] = round % 2 === 0 ? acts : acts.reverse();
      const answers = await Promise.all([first?.(), second?.()]);
      const refused = answers.flatMap((answer) => (answer ? refusals(answer) : []));
      const { job_postings: rows = 0, job_posting_reviews: reviews = 0 } = await remains(id);
      expect([rows, reviews, refused]).toEqual(
        rows === 1 ? [1, 1, WRONG_STATE] : [0, 0, NOT_FOUND],
      );
    }
  });
});
