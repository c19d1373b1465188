import { AgreementsModule } from '../../src/modules/agreements/index.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { act, CONTENT, CREATE, EDIT, SHARE } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

const VERSIONS = `query ($id: ID!) { agreement(id: $id) {
  versions { number title note partyPosition author { displayName } clauses { heading body } } } }`;
const COMPARE = `query ($id: ID!, $from: Int!, $to: Int!) { agreement(id: $id) { comparison(from: $from, to: $to) {
  from to facts { fact before after }
  clauses { key change isMoved positionBefore positionAfter heading { kind text } body { kind text } }
  obligations { change before { quantity } after { quantity partyPosition metric } }
  annexes { change } } } }`;
const { terms, ...REST } = CONTENT;

interface Clause {
  readonly key: string;
  readonly heading: string;
  readonly body: string;
}

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let stranger: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
  stranger = await createEnterpriseWithRecruiter(app);
});
afterAll(() => app.close());

const ask = async (query: string, variables: object, as: As) =>
  (await app.gql(query, { ...variables }, { as })).data.agreement as Record<string, unknown> | null;
const numbers = async (id: string, as: As): Promise<number[]> =>
  ((await ask(VERSIONS, { id }, as))?.versions as { number: number }[]).map(({ number }) => number);

/** A draft of the college with two clauses, as version 1. */
async function drafted() {
  const { agreement } = await act(
    app,
    CREATE,
    keyed({
      organisationId: college.id,
      partnerId: enterprise.id,
      content: {
        ...REST,
        clauses: [
          { heading: '合作内容', body: '企业每年接收学生40人实习。' },
          { heading: '住宿', body: '由企业提供住宿。' },
        ],
      },
    }),
    college.clerk,
  );
  return agreement;
}

async function edited(
  { id, version }: { readonly id: string; readonly version: number },
  content: object,
  as: As = college.clerk,
) {
  app.clock.advance({ minutes: 1 });
  const input = { agreementId: id, version, note: '按校方意见', content: { ...REST, ...content } };
  const { agreement, userErrors } = await act(app, EDIT, input, as);
  expect(userErrors).toEqual([]);
  return agreement;
}

it('the versions of a text say who changed what, word by word', async () => {
  const first = await drafted();
  const [content, housing] = first.clauses as Clause[];
  const second = await edited(first, {
    title: '智能制造现代学徒班',
    endsOn: '2029-11-30',
    clauses: [
      { key: housing?.key, heading: '住宿', body: '由学校提供住宿。' },
      { key: content?.key, heading: '合作内容', body: '企业每年接收学生60人实习。' },
      { heading: '违约责任', body: terms },
    ],
    obligations: [
      { partyPosition: 2, metric: 'GRADUATES_HIRED', quantity: 5, dueOn: '2027-06-30' },
    ],
  });
  const seen = await ask(VERSIONS, { id: first.id }, college.clerk);
  expect(seen?.versions).toMatchObject([
    { number: 2, title: '智能制造现代学徒班', note: '按校方意见', partyPosition: 1 },
    { number: 1, title: CONTENT.title, note: null, clauses: [{ heading: '合作内容' }, {}] },
  ]);
  const compared = await ask(COMPARE, { id: second.id, from: 1, to: 2 }, college.clerk);
  expect(compared?.comparison).toEqual({
    from: 1,
    to: 2,
    facts: [
      { fact: 'TITLE', before: CONTENT.title, after: '智能制造现代学徒班' },
      { fact: 'ENDS_ON', before: '2028-11-30', after: '2029-11-30' },
    ],
    clauses: [
      {
        key: housing?.key,
        change: 'CHANGED',
        isMoved: false,
        positionBefore: 2,
        positionAfter: 1,
        heading: [{ kind: 'KEPT', text: '住宿' }],
        body: [
          { kind: 'KEPT', text: '由' },
          { kind: 'REMOVED', text: '企业' },
          { kind: 'INSERTED', text: '学校' },
          { kind: 'KEPT', text: '提供住宿。' },
        ],
      },
      {
        key: content?.key,
        change: 'CHANGED',
        isMoved: true,
        positionBefore: 1,
        positionAfter: 2,
        heading: [{ kind: 'KEPT', text: '合作内容' }],
        body: [
          { kind: 'KEPT', text: '企业每年接收学生' },
          { kind: 'REMOVED', text: '40' },
          { kind: 'INSERTED', text: '60' },
          { kind: 'KEPT', text: '人实习。' },
        ],
      },
      {
        key: (second.clauses as Clause[])[2]?.key,
        change: 'ADDED',
        isMoved: false,
        positionBefore: null,
        positionAfter: 3,
        heading: [{ kind: 'INSERTED', text: '违约责任' }],
        body: [{ kind: 'INSERTED', text: terms }],
      },
    ],
    obligations: [
      {
        change: 'ADDED',
        before: null,
        after: { quantity: 5, partyPosition: 2, metric: 'GRADUATES_HIRED' },
      },
    ],
    annexes: [],
  });
});

it('what was drafted before the sharing stays with the drafter; all parties see what came after', async () => {
  const first = await drafted();
  const second = await edited(first, { terms });
  app.clock.advance({ minutes: 1 });
  const { agreement } = await act(app, SHARE, keyed({ agreementId: first.id }), college.clerk);
  await edited(agreement, { terms: `${terms}另行商定。` }, enterprise.recruiter);
  expect(await numbers(second.id, college.clerk)).toEqual([3, 2, 1]);
  expect(await numbers(second.id, enterprise.recruiter)).toEqual([3, 2]);
  const compare = async (from: number, to: number, as: As) =>
    (await ask(COMPARE, { id: first.id, from, to }, as))?.comparison;
  expect(await compare(1, 2, enterprise.recruiter)).toBeNull();
  expect(await compare(2, 3, enterprise.recruiter)).toMatchObject({ from: 2, to: 3 });
  expect(await compare(1, 3, college.clerk)).toMatchObject({ from: 1, to: 3 });
  expect(await compare(2, 9, college.clerk)).toBeNull();
  expect(await ask(VERSIONS, { id: first.id }, stranger.recruiter)).toBeNull();
});

it('annexes stay through an edit that does not name them, and go when none are named', async () => {
  const upload = { purpose: 'agreementAnnex', fileName: '附件.pdf', bytes: pdf() };
  const annex = { title: '实训设备清单', fileId: await uploadFile(app, college.clerk, upload) };
  const first = await drafted();
  const second = await edited(first, { terms, annexes: [annex] });
  const third = await edited(second, { terms: `${terms}另行商定。` });
  await edited(third, { terms, annexes: [] });
  const annexesOf = async (number: number): Promise<unknown[]> =>
    (
      await app.database.pool.query<{ title: string }>(
        `select title from agreement_annexes where agreement_id = $1 and version_number = $2`,
        [first.id, number],
      )
    ).rows.map(({ title }) => title);
  expect(await annexesOf(2)).toEqual(['实训设备清单']);
  expect(await annexesOf(3)).toEqual(['实训设备清单']);
  expect(await annexesOf(4)).toEqual([]);
});
