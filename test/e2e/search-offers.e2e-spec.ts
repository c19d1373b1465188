import { SearchRebuild } from '../../src/modules/search/index.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';

const SEARCH = /* GraphQL */ `
  query Search($text: String, $filter: JobPostingSearchFilter) {
    searchJobPostings(text: $text, filter: $filter) {
      total
      nodes {
        title
      }
      offers {
        kind
        words
        value
        label
        total
      }
      relaxations {
        condition
        total
      }
    }
  }
`;

interface Answer {
  total: number;
  nodes: { title: string }[];
  offers: { kind: string; words: string; value: string; label: string; total: number }[];
  relaxations: { condition: string; total: number }[];
}

/** 会计专业人员, and the group of the same name above it. */
const [ACCOUNTING, GROUP] = ['2-06-03-00', '2-06-03'];

let app: TestApp;
let employer: { id: string; name: string };

async function search(text: string, filter: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await app.gql<{ searchJobPostings: Answer }>(SEARCH, { text, filter });
  expect(errors).toBeUndefined();
  if (!data) throw new Error('No answer');
  return data.searchJobPostings;
}

beforeAll(async () => {
  app = await createTestApp();
  employer = await createOrganisation(app, { name: '苏州示例精工电子有限公司' });
  const organisation = employer;
  await createJobPosting(app, { organisation, title: '财务助理', occupationCode: ACCOUNTING });
  await createJobPosting(app, { organisation, title: '焊工' });
  await createJobPosting(app, { title: '会计', occupationCode: ACCOUNTING });
  await createJobPosting(app, { title: '会计文员' });
  await createJobPosting(app, { title: '后端开发', skills: ['Spring', 'MyBatis', '沟通'] });
  await createJobPosting(app, { title: '系统维护', skills: ['MyBatis', 'CSS'] });
  await createJobPosting(app, { title: '网页制作', skills: ['JavaScript', 'CSS'] });
  await app.get(SearchRebuild).rebuild();
});

afterAll(() => app.close());

describe('what words may stand for', () => {
  it('offers the occupation that is called so, with how many it has', async () => {
    const { total, offers } = await search('会计专业人员');
    expect(total).toBe(2);
    expect(offers).toEqual([
      {
        ...{ kind: 'OCCUPATION', words: '会计专业人员', value: GROUP },
        ...{ label: '会计专业人员', total: 2 },
      },
    ]);
    expect((await search('会计师')).offers).toMatchObject([{ value: ACCOUNTING, total: 2 }]);
    const taken = await search('', { occupationCode: ACCOUNTING });
    expect([taken.total, taken.offers]).toEqual([2, []]);
  });

  it('offers the employer among those found, and finds its postings alone', async () => {
    const { offers } = await search('精工电子 焊工');
    const offer = { kind: 'EMPLOYER', words: '精工电子', value: employer.id, label: employer.name };
    expect(offers).toEqual([{ ...offer, total: 1 }]);
    expect((await search('精工电子')).offers).toEqual([{ ...offer, total: 2 }]);
    const own = await search('', { employerId: employer.id });
    expect(own.nodes.map(({ title }) => title).sort()).toEqual(['焊工', '财务助理']);
  });

  it('offers nothing for what is signed or quoted, nor what is asked for already', async () => {
    for (const text of ['"会计专业人员"', '+会计专业人员', '会计 -会计专业人员', '没有的词']) {
      expect((await search(text)).offers).toEqual([]);
    }
    expect((await search('精工电子', { employerId: employer.id })).offers).toEqual([]);
  });

  it('offers skills that postings ask for together with the one that was typed, in whatever wording', async () => {
    const { offers } = await search('spring');
    const related = { kind: 'RELATED_SKILL', words: 'spring', value: 'mybatis', label: 'mybatis' };
    expect(offers).toEqual([{ ...related, total: 2 }]);
    expect((await search('js 网页')).offers).toEqual([
      { kind: 'RELATED_SKILL', words: 'js', value: 'css', label: 'css', total: 1 },
    ]);
    expect((await search('spring mybatis')).offers).toEqual([]);
    expect((await search('"spring"')).offers).toEqual([]);
    expect((await search('沟通')).offers).toEqual([]);
  });

  it('says that the employer is in the way', async () => {
    const { relaxations } = await search('会计文员', { employerId: employer.id });
    expect(relaxations).toEqual([{ condition: 'EMPLOYER', total: 1 }]);
  });

  it.each([
    ['019a0000-0000-7000-8000-000000000000', 'REQUEST_NOT_FOUND'],
    ['x', 'INPUT_MALFORMED'],
  ])('refuses the employer %s', async (employerId, reason) => {
    const { errors } = await app.gql(SEARCH, { filter: { employerId } });
    expect(errors?.[0]?.extensions).toMatchObject({ field: ['filter', 'employerId'], reason });
  });
});
