import { MatchMarket } from '../../../src/modules/matching/match-market.js';
import { createAccount } from '../../factories/account.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { addDays } from '../../../src/modules/organisations/verification/verification.rules.js';
import { createTestApp, type TestApp } from '../../support/app.js';

interface Change {
  kind: string;
  value: string;
  sentence: string;
  rankBefore: number | null;
  rankAfter: number | null;
  addedCount: number;
}

interface Outlook {
  myMatchOutlook: { fittingCount: number; changes: Change[] } | null;
}

interface Explained {
  explainMatch: {
    score: number;
    unmet: string[];
    unknown: string[];
    reasons: { name: string; points: number; isKnown: boolean; evidence: string[] }[];
    standing: { rank: number | null; fittingCount: number; changes: Change[] };
  } | null;
}

const CHANGES = 'changes { kind value sentence rankBefore rankAfter addedCount }';
const OUTLOOK = `query { myMatchOutlook { fittingCount ${CHANGES} } }`;
const EXPLAINED = `query ($id: ID!) { explainMatch(jobPostingId: $id) { score unmet unknown
  reasons { name points isKnown evidence } standing { rank fittingCount ${CHANGES} } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

async function scene() {
  // Rows are never deleted while they are open, except by specs.
  await app.get(MatchMarket).engine({ anew: true });
  const organisation = await createEnterpriseWithRecruiter(app);
  const of = (title: string, must: string) =>
    createJobPosting(app, { organisation, title, skills: [{ name: must, isRequired: true }] });
  const fitting = await of('焊工', '识图');
  const barred = [await of('焊工（管道）', '氩弧焊'), await of('高级焊工', '氩弧焊')];
  const person = await createAccount(app);
  const profile = await createProfile(app, {
    person,
    skills: ['识图'],
    intentions: [{ title: '焊工', occupationCode: null }],
  });
  return { organisation, fitting, barred, person, profile };
}

describe('what would help', () => {
  it('is worked out over all open postings and said in the language of the reader', async () => {
    const { person } = await scene();
    const { data } = await app.gql<Outlook>(OUTLOOK, {}, { as: person, locale: 'zh-CN' });
    expect(data?.myMatchOutlook).toMatchObject({
      fittingCount: 1,
      changes: [
        { kind: 'SKILL', value: '氩弧焊', rankBefore: null, rankAfter: null, addedCount: 2 },
      ],
    });
    expect(data?.myMatchOutlook?.changes[0]?.sentence).toBe(
      '如果掌握“氩弧焊”：多出 2 个合适的岗位，前 20 名中有 2 个是新的。',
    );
    const english = await app.gql<Outlook>(OUTLOOK, {}, { as: person, locale: 'en' });
    expect(english.data?.myMatchOutlook?.changes[0]?.sentence).toBe(
      'With the skill “氩弧焊”: 2 more postings, 2 of the first 20 are new.',
    );
  });

  it('follows what is posted and closed in the meantime', async () => {
    const { person, organisation } = await scene();
    const count = async () =>
      (await app.gql<Outlook>(OUTLOOK, {}, { as: person, locale: 'zh-CN' })).data?.myMatchOutlook
        ?.fittingCount;
    expect(await count()).toBe(1);
    await createJobPosting(app, { organisation, title: '电焊工' });
    expect(await count()).toBe(2);
  });

  it('says of one posting where it stands and what would bring it up', async () => {
    const { person, fitting, barred } = await scene();
    const of = async (id: string) =>
      (await app.gql<Explained>(EXPLAINED, { id }, { as: person, locale: 'zh-CN' })).data
        ?.explainMatch;
    const fits = await of(fitting.id);
    expect(fits?.standing).toEqual({ rank: 1, fittingCount: 1, changes: [] });
    expect(fits?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(fits?.score);
    expect(fits?.reasons.find(({ name }) => name === 'INTEREST')).toMatchObject({
      isKnown: false,
      evidence: ['尚不清楚'],
    });
    const out = await of(barred[0]?.id ?? '');
    expect(out?.unmet).toEqual(['REQUIRED_SKILL']);
    expect(out?.standing).toMatchObject({
      rank: null,
      changes: [
        {
          value: '氩弧焊',
          rankBefore: null,
          rankAfter: 2,
          sentence: '如果掌握“氩弧焊”：这个岗位会排到第 2。',
        },
      ],
    });
  });

  it('takes the day on which work begins for a requirement, and today for one that has passed', async () => {
    const { organisation } = await scene();
    const of = (title: string, startsOn: string) =>
      createJobPosting(app, { organisation, title, startsOn });
    const soon = await of('焊工一', addDays(app.clock.today(), 30));
    const passed = await of('焊工二', addDays(app.clock.today(), -30));
    const late = await createAccount(app);
    const intentions = [{ title: '焊工', occupationCode: null }];
    const from = (days: number) => addDays(app.clock.today(), days);
    await createProfile(app, { person: late, availableFrom: from(60), intentions });
    const explained = async ({ id }: { id: string }, as: typeof late, locale: 'zh-CN' | 'en') =>
      (await app.gql<Explained>(EXPLAINED, { id }, { as, locale })).data?.explainMatch;
    const match = await explained(soon, late, 'zh-CN');
    expect(match?.unmet).toEqual(['START_DATE']);
    expect(match?.standing.changes.map(({ kind }) => kind)).toContain('START_DATE');
    expect((await explained(passed, late, 'en'))?.unmet).toEqual(['START_DATE']);
    const outlook = await app.gql<Outlook>(OUTLOOK, {}, { as: late, locale: 'en' });
    const sentences = outlook.data?.myMatchOutlook?.changes.map(({ sentence }) => sentence);
    expect(sentences).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^If you were available from \d+ \w+ \d{4}: /),
      ]),
    );

    // Whoever was available before today, though later than the day that has passed, can begin at once.
    const now = await createAccount(app);
    await createProfile(app, { person: now, availableFrom: from(-10), intentions });
    expect((await explained(passed, now, 'zh-CN'))?.unmet).toEqual([]);
    // A day that every wish waits for counts where the person has said none.
    const waiting = await createAccount(app);
    await createProfile(app, {
      person: waiting,
      intentions: [{ title: '焊工', occupationCode: null, startFrom: from(31) }],
    });
    expect((await explained(soon, waiting, 'zh-CN'))?.unmet).toEqual(['START_DATE']);
    const silent = await createAccount(app);
    await createProfile(app, { person: silent, intentions });
    expect(await explained(soon, silent, 'zh-CN')).toMatchObject({
      unmet: [],
      unknown: ['START_DATE'],
    });
  });

  it('is nothing without a profile, for a posting that is not there, and for who is not signed in', async () => {
    const { fitting, person, profile } = await scene();
    const stranger = await createAccount(app);
    expect((await app.gql<Outlook>(OUTLOOK, {}, { as: stranger })).data).toEqual({
      myMatchOutlook: null,
    });
    const explained = (id: string, as?: typeof person) =>
      app.gql<Explained>(EXPLAINED, { id }, as ? { as } : {});
    expect((await explained(fitting.id, stranger)).data).toEqual({ explainMatch: null });
    expect((await explained(profile.id, person)).data).toEqual({ explainMatch: null });
    expect((await explained('x', person)).data).toEqual({ explainMatch: null });
    expect((await explained(fitting.id)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
