import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { act, CONTENT, EDIT, SHARE } from './agreements.support.js';
import { eventsOf, keyed } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

const COMMENTS = `comments { id clauseKey clauseHeading versionNumber removedInVersion partyPosition isInternal body
  resolvedAt author { displayName } resolvedBy { displayName } replies { id body partyPosition author { displayName } } }`;
const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { agreement { id ${COMMENTS} } userErrors { code field } } }`;
const COMMENT = mutation('commentOnAgreementClause', 'CommentOnAgreementClauseInput');
const RESOLVE = mutation('resolveAgreementComment', 'AgreementCommentInput');
const REOPEN = mutation('reopenAgreementComment', 'AgreementCommentInput');
const CLAUSES = [
  { heading: '合作内容', body: '企业每年接收学生40人实习。' },
  { heading: '住宿', body: '由企业提供住宿。' },
];

interface Comment {
  readonly id: string;
  readonly body: string;
  readonly replies: readonly { readonly body: string }[];
}

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
});
afterAll(() => app.close());

/** Of the college, in negotiation unless said; its id and the keys of its clauses. */
async function between(options: AgreementOptions = {}) {
  const { id } = await createAgreement(app, {
    college,
    enterprise,
    drafter: 'COLLEGE',
    state: 'NEGOTIATING',
    clauses: CLAUSES,
    ...options,
  });
  const { rows } = await app.database.pool.query<{ clause_key: string }>(
    'select clause_key from agreement_clauses where agreement_id = $1 order by position',
    [id],
  );
  return { id, keys: rows.map(({ clause_key }) => clause_key) };
}
const comment = async (
  { id, keys }: { readonly id: string; readonly keys: readonly string[] },
  more: object = {},
  as: As = college.clerk,
) => {
  app.clock.advance({ seconds: 1 });
  const given = { agreementId: id, clauseKey: keys[0], body: '人数能否再商量？', ...more };
  return (await act(app, COMMENT, keyed(given), as)).userErrors;
};
const settle = async (mutation: string, agreementId: string, commentId: string, as: As) =>
  (await act(app, mutation, { agreementId, commentId }, as)).userErrors;
async function seen(id: string, as: As, field = 'agreement'): Promise<Comment[] | null> {
  const { data } = await app.gql(
    `query ($id: ID!) { ${field}(id: $id) { ${COMMENTS} } }`,
    { id },
    { as },
  );
  return (data[field] as { comments: Comment[] } | null)?.comments ?? null;
}
const bodies = async (id: string, as: As): Promise<string[] | undefined> =>
  (await seen(id, as))?.map(({ body }) => body);
const rowCount = async (): Promise<number> =>
  (await app.database.pool.query('select from agreement_comments')).rowCount ?? 0;
const toldCount = async (): Promise<number> =>
  (await eventsOf(app, 'agreements')).filter((name) => name === 'agreementCommented').length;

describe('comments on clauses', () => {
  it('are read by all parties with who made them, answered, resolved and taken up again', async () => {
    const agreement = await between();
    expect(await comment(agreement)).toEqual([]);
    const [first] = (await seen(agreement.id, enterprise.recruiter)) ?? [];
    expect(first).toMatchObject({
      clauseKey: agreement.keys[0],
      clauseHeading: '合作内容',
      versionNumber: 1,
      removedInVersion: null,
      partyPosition: 1,
      isInternal: false,
      body: '人数能否再商量？',
      resolvedAt: null,
      author: { displayName: college.clerk.account.displayName },
      resolvedBy: null,
      replies: [],
    });
    const id = first?.id ?? '';
    const reply = { replyToId: id, body: '30人可以。', isInternal: true };
    expect(await comment(agreement, reply, enterprise.recruiter)).toEqual([]);
    expect(await settle(RESOLVE, agreement.id, id, enterprise.recruiter)).toEqual([]);
    expect(await seen(agreement.id, college.clerk)).toMatchObject([
      {
        id,
        isInternal: false,
        resolvedBy: { displayName: enterprise.recruiter.account.displayName },
        replies: [{ body: '30人可以。', partyPosition: 2 }],
      },
    ]);
    expect(await settle(RESOLVE, agreement.id, id, college.clerk)).toEqual([
      { code: 'AGREEMENT_COMMENT_RESOLVED', field: ['commentId'] },
    ]);
    expect(await comment(agreement, { replyToId: id })).toEqual([
      { code: 'AGREEMENT_COMMENT_RESOLVED', field: ['replyToId'] },
    ]);
    expect(await settle(REOPEN, agreement.id, id, college.clerk)).toEqual([]);
    expect(await settle(REOPEN, agreement.id, id, college.clerk)).toEqual([
      { code: 'AGREEMENT_COMMENT_NOT_RESOLVED', field: ['commentId'] },
    ]);
    expect(await seen(agreement.id, college.clerk)).toMatchObject([
      { resolvedAt: null, resolvedBy: null },
    ]);
  });

  it('stay with the own party where they are internal, also what was said before the draft was shared', async () => {
    const agreement = await between({ state: 'DRAFT' });
    await comment(agreement, { body: '共享前' });
    await act(app, SHARE, keyed({ agreementId: agreement.id }), college.clerk);
    await comment(agreement, { body: '内部', isInternal: true });
    await comment(agreement, { body: '公开' });
    await comment(agreement, { body: '企业内部', isInternal: true }, enterprise.recruiter);
    expect(await bodies(agreement.id, college.clerk)).toEqual(['共享前', '内部', '公开']);
    expect(await bodies(agreement.id, enterprise.recruiter)).toEqual(['公开', '企业内部']);
    const [hidden] = (await seen(agreement.id, college.clerk)) ?? [];
    const gone = (field: string) => [{ code: 'REQUEST_NOT_FOUND', field: [field] }];
    const as = enterprise.recruiter;
    expect(await settle(RESOLVE, agreement.id, hidden?.id ?? '', as)).toEqual(gone('commentId'));
    expect(await settle(REOPEN, agreement.id, hidden?.id ?? '', as)).toEqual(gone('commentId'));
    expect(await comment(agreement, { replyToId: hidden?.id }, as)).toEqual(gone('replyToId'));
    expect(await toldCount()).toBe(1);
  });

  it('stay readable when their clause is gone, and can be answered still', async () => {
    const agreement = await between();
    await comment(agreement, { clauseKey: agreement.keys[1], body: '住宿费谁出？' });
    const { terms, ...rest } = CONTENT;
    const clauses = [{ key: agreement.keys[0], heading: '合作内容', body: terms }];
    const { rows } = await app.database.pool.query<{ version: number }>(
      'select version from agreements where id = $1',
      [agreement.id],
    );
    const content = { ...rest, clauses };
    const edit = { agreementId: agreement.id, version: rows[0]?.version, content };
    expect((await act(app, EDIT, edit, college.clerk)).userErrors).toEqual([]);
    const [kept] = (await seen(agreement.id, enterprise.recruiter)) ?? [];
    expect(kept).toMatchObject({ clauseHeading: '住宿', versionNumber: 1, removedInVersion: 2 });
    const onGone = { clauseKey: agreement.keys[1] };
    expect(await comment(agreement, onGone)).toEqual([
      { code: 'AGREEMENT_COMMENT_CLAUSE_GONE', field: ['clauseKey'] },
    ]);
    expect(await comment(agreement, { ...onGone, replyToId: kept?.id })).toEqual([]);
    expect((await seen(agreement.id, college.clerk))?.[0]?.replies).toHaveLength(1);
  });

  it('are told to the other parties at most once an hour each', async () => {
    const agreement = await between();
    await comment(agreement);
    await comment(agreement);
    expect(await toldCount()).toBe(1);
    await comment(agreement, {}, enterprise.recruiter);
    expect(await toldCount()).toBe(2);
    app.clock.advance({ minutes: 59 });
    await comment(agreement);
    expect(await toldCount()).toBe(2);
    app.clock.advance({ minutes: 1 });
    await comment(agreement);
    expect(await toldCount()).toBe(3);
    const { rows } = await app.database.pool.query<{ to: string[] }>(
      `select payload->'toOrganisationIds' as to from outbox_events where name like '%agreementCommented' order by id`,
    );
    expect(rows.map(({ to }) => to)).toEqual([[enterprise.id], [college.id], [enterprise.id]]);
  });

  it('are made and read by a person who is a party', async () => {
    const student = await createAccount(app);
    const agreement = await between({ student });
    expect(await comment(agreement, { body: '实习地点在哪？' }, student)).toEqual([]);
    expect(await seen(agreement.id, student, 'myAgreement')).toMatchObject([{ partyPosition: 3 }]);
    expect(await bodies(agreement.id, college.clerk)).toEqual(['实习地点在哪？']);
  });
});

describe('a comment is refused', () => {
  it.each([
    ['without words', { body: ' \n ' }, 'INPUT_REQUIRED', 'body'],
    ['with too many', { body: '长'.repeat(2_001) }, 'INPUT_TOO_LONG', 'body'],
    ['with control characters', { body: '改\u0007' }, 'INPUT_CONTROL_CHARACTERS', 'body'],
    ['on no clause', { clauseKey: NOBODY }, 'AGREEMENT_COMMENT_CLAUSE_GONE', 'clauseKey'],
    ['in answer to none', { replyToId: NOBODY }, 'REQUEST_NOT_FOUND', 'replyToId'],
    ['on no agreement', { agreementId: NOBODY }, 'REQUEST_NOT_FOUND', 'agreementId'],
  ])('%s', async (_, given, code, field) => {
    const agreement = await between();
    expect(await comment(agreement, given)).toEqual([{ code, field: [field] }]);
    expect([await rowCount(), await toldCount()]).toEqual([0, 0]);
  });

  it('once all have signed, and from whoever is no party or does not see it yet', async () => {
    const signed = await between({ state: 'SIGNED' });
    expect(await comment(signed)).toEqual([
      { code: 'AGREEMENT_WRONG_STATE', field: ['agreementId'] },
    ]);
    const stranger = await createEnterpriseWithRecruiter(app);
    const draft = await between({ state: 'DRAFT' });
    for (const as of [stranger.recruiter, enterprise.recruiter, await createAccount(app)])
      expect(await comment(draft, {}, as)).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['agreementId'] },
      ]);
    expect(await rowCount()).toBe(0);
  });

  it('in answer to an answer, or to a comment on another clause', async () => {
    const agreement = await between();
    await comment(agreement);
    const [{ id: replyToId } = { id: '' }] = (await seen(agreement.id, college.clerk)) ?? [];
    await comment(agreement, { replyToId });
    const { rows } = await app.database.pool.query<{ id: string }>(
      'select id from agreement_comments where reply_to_id is not null',
    );
    for (const given of [{ replyToId: rows[0]?.id }, { replyToId, clauseKey: agreement.keys[1] }])
      expect(await comment(agreement, given)).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['replyToId'] },
      ]);
    expect(await rowCount()).toBe(2);
  });

  it('beyond 100 of an agreement, or 50 answers', async () => {
    const agreement = await between();
    await comment(agreement);
    const [{ id: replyToId } = { id: '' }] = (await seen(agreement.id, college.clerk)) ?? [];
    await app.database.pool.query(
      `insert into agreement_comments (id, reply_to_id, agreement_id, clause_key, version_number, account_id, party_position, body, created_at)
       select gen_random_uuid(), case when n > 99 then $1::uuid end, agreement_id, clause_key, version_number, account_id, party_position, body, created_at
       from agreement_comments, generate_series(1, 149) n`,
      [replyToId],
    );
    const full = (field: string) => [{ code: 'AGREEMENT_COMMENT_TOO_MANY', field: [field] }];
    expect(await comment(agreement)).toEqual(full('agreementId'));
    expect(await comment(agreement, { replyToId })).toEqual(full('replyToId'));
  });
});

describe('the database', () => {
  /** A copy of each comment with one thing changed. */
  const copied = (changed: Readonly<Record<string, string>>): string => {
    const columns = `agreement_id, clause_key, version_number, account_id, party_position, body, created_at, is_internal, reply_to_id`;
    const values = columns.split(', ').map((column) => changed[column] ?? column);
    return `insert into agreement_comments (id, ${columns}) select gen_random_uuid(), ${values.join()} from agreement_comments`;
  };

  it.each([
    ['other words', `update agreement_comments set body = '改'`],
    ['no words', copied({ body: `''` })],
    ['a clause of no version', copied({ clause_key: 'gen_random_uuid()' })],
    ['an internal answer to what all read', copied({ is_internal: 'true', reply_to_id: 'id' })],
    ['half of a resolution', `update agreement_comments set resolved_at = now()`],
  ])('refuses %s', async (_, statement) => {
    await comment(await between());
    await expect(app.database.pool.query(statement)).rejects.toThrow(
      /final|ck_agreement_comments|fk_agreement_comments|stands with/,
    );
    expect(await rowCount()).toBe(1);
  });

  it('refuses what all would read of a draft that is not shared', async () => {
    await comment(await between({ state: 'DRAFT' }));
    const shown = copied({ is_internal: 'false' });
    await expect(app.database.pool.query(shown)).rejects.toThrow('not discussed');
  });
});
