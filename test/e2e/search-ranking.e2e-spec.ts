import { SearchRebuild } from '../../src/modules/search/index.js';
import { AnswerRecordReader } from '../../src/modules/applications/index.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting, type TestJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import type { TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { NOW } from './job-postings.support.js';

const DAY_MS = 86_400_000;
const SEARCH =
  'query ($text: String) { searchJobPostings(text: $text) { nodes { employerName } } }';

let app: TestApp;

const later = (days: number): Date => new Date(Date.parse(NOW) + days * DAY_MS);

async function employers(text: string, as?: TestAccount): Promise<string[]> {
  interface Found {
    searchJobPostings: { nodes: { employerName: string }[] };
  }
  const { data, errors } = await app.gql<Found>(SEARCH, { text }, as && { as });
  expect(errors).toBeUndefined();
  return data?.searchJobPostings.nodes.map(({ employerName }) => employerName) ?? [];
}

async function answersOf(id = ''): Promise<unknown> {
  const query = 'query ($id: ID!) { organisation(id: $id) { answerRecord { due answered } } }';
  const { data } = await app.gql<{ organisation: { answerRecord: unknown } }>(query, { id });
  return data?.organisation.answerRecord;
}

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(() => app.clock.set(NOW));
afterAll(() => app.close());

describe('the order of results', () => {
  it('has employers first that answer in time what they owe', async () => {
    const record: Record<string, string> = {};
    let answering: TestJobPosting | undefined;
    for (const name of ['沉默电子', '答复电子']) {
      const organisation = await createOrganisation(app, { name });
      record[name] = organisation.id;
      const posting = await createJobPosting(app, { organisation, title: '装配工', headcount: 20 });
      answering = posting;
      for (let n = 0; n < 3; n += 1) {
        const state = name === '答复电子' ? 'SHORTLISTED' : n === 0 ? 'VIEWED' : 'SUBMITTED';
        await createApplication(app, { posting, state });
      }
    }
    await app.get(SearchRebuild).rebuild();
    app.clock.set(later(8));
    const records = await app.get(AnswerRecordReader).of(Object.values(record));
    expect(records.get(record['沉默电子'] ?? '')).toEqual({ due: 3, answered: 0 });
    expect(records.get(record['答复电子'] ?? '')).toEqual({ due: 3, answered: 3 });
    expect(await employers('装配工')).toEqual(['答复电子', '沉默电子']);
    expect(await answersOf(record['答复电子'])).toBeNull();
    for (let n = 0; n < 2; n += 1) {
      app.clock.set(NOW);
      await createApplication(app, { posting: answering, state: 'OFFERED' });
    }
    app.clock.set(later(8));
    expect(await answersOf(record['答复电子'])).toEqual({ due: 5, answered: 5 });
    app.clock.set(later(200));
    expect([...(await app.get(AnswerRecordReader).of(Object.values(record)))]).toEqual([]);
  });

  it('has first what is near to where the viewer lives', async () => {
    for (const [name, regionCode] of [
      ['上海护理院', '310115'],
      ['无锡护理院', '320205'],
      ['苏州护理院', '320505'],
    ] as const) {
      const organisation = await createOrganisation(app, { name });
      await createJobPosting(app, { organisation, title: '护理员', regionCode });
    }
    await app.get(SearchRebuild).rebuild();
    const { person } = await createProfile(app, { regionCode: '320506' });
    expect(await employers('护理员', person)).toEqual(['苏州护理院', '无锡护理院', '上海护理院']);
    const { person: other } = await createProfile(app, { regionCode: '310115' });
    expect((await employers('护理员', other))[0]).toBe('上海护理院');
  });
});
