import { createTestApp, type TestApp } from '../support/app.js';
import { importPostings } from '../support/imported-postings.js';

const ROWS = [
  'w1,电子厂普工（包吃包住）,"普工,无需经验",江苏省苏州吴中区,6-8千,无需经验,初中,示例电子,',
  'w2,电子厂普工,双休,江苏省苏州吴中区,4-5千,1年,高中,示例电子二厂,',
  'w3,数据分析师,"Python,SQL",江苏省苏州工业园区,1-1.5万,3-4年,本科,示例数据,',
  'w4,数据开发工程师,"Hadoop,SQL",江苏省无锡,1.2-1.8万,3-4年,本科,示例数据,',
  'w5,会计,出纳,江苏省苏州吴中区,5-7千,1年,大专,示例财务,',
  'w6,C++软件开发工程师,"C++,Linux",上海浦东新区,1.5-2.5万,3-4年,本科,示例软件,',
  'w7,Node.js后端开发（通讯方向）,Node.js,上海浦东新区,1.5-2万,3-4年,本科,示例通讯,',
  'w8,待处理订单专员,客服,江苏省无锡,面议,1年,大专,示例电商,',
  'w9,前端开发,JavaScript,江苏省无锡,1-2万,1年,大专,示例前端,',
  'w10,仓库叉车司机,叉车操作证,江苏省苏州吴中区,6-8千,1年,初中,示例物流,',
];

const SEARCH = /* GraphQL */ `
  query Search($text: String, $asWritten: [String!], $filter: JobPostingSearchFilter) {
    searchJobPostings(text: $text, asWritten: $asWritten, filter: $filter) {
      nodes {
        title
      }
      total
      reading
      didYouMean
      understood {
        kind
        text
        label
        amount
      }
      similar {
        title
      }
      relaxations {
        condition
        total
      }
    }
  }
`;

interface Answer {
  nodes: { title: string }[];
  total: number;
  reading: string | null;
  didYouMean: string | null;
  understood: { kind: string; text: string; label: string; amount: number | null }[];
  similar: { title: string }[];
  relaxations: { condition: string; total: number }[];
}

let app: TestApp;

async function search(text: string, more: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await app.gql<{ searchJobPostings: Answer }>(SEARCH, { text, ...more });
  expect(errors).toBeUndefined();
  if (!data) throw new Error('No answer');
  return data.searchJobPostings;
}
const titles = ({ nodes }: Answer): string[] => nodes.map(({ title }) => title).sort();

beforeAll(async () => {
  app = await createTestApp();
  await importPostings(app, ROWS);
});

afterAll(() => app.close());

describe('the words of a search', () => {
  it.each([
    ['处理', ['待处理订单专员']],
    ['电子普工', ['电子厂普工', '电子厂普工（包吃包住）']],
    ['数据 工程师', ['数据开发工程师']],
    ['"数据分析"', ['数据分析师']],
    ['数据 -分析', ['数据开发工程师']],
    ['+SQL -数据分析师', ['数据开发工程师']],
    ['ｃ＋＋', ['C++软件开发工程师']],
    ['nodejs', ['Node.js后端开发（通讯方向）']],
    ['NODE.JS', ['Node.js后端开发（通讯方向）']],
    ['數據分析', ['数据分析师']],
    ['通訊', ['Node.js后端开发（通讯方向）']],
    ['Pyhton', ['数据分析师']],
    ['会', ['会计']],
  ])('%s finds what is meant', async (text, expected) => {
    expect(titles(await search(text))).toEqual(expected);
  });

  it.each([
    ['kuaiji', 'PINYIN', ['会计']],
    ['shuju fenxi', 'PINYIN', ['数据分析师']],
    ['sjfx', 'PINYIN', ['数据分析师']],
    ['sql', null, ['数据分析师', '数据开发工程师']],
    ['軟體', 'MAINLAND_WORDING', ['C++软件开发工程师']],
    ['python', null, ['数据分析师']],
  ])('%s is read as %s', async (text, reading, expected) => {
    const answer = await search(text);
    expect([answer.reading, titles(answer)]).toEqual([reading, expected]);
  });

  it.each([
    ['js', 'js', ['前端开发']],
    ['叉车证', '叉车证', ['仓库叉车司机']],
    ['前端 JavaScript', 'javascript', ['前端开发']],
  ])('%s finds a skill in whatever wording', async (text, words, expected) => {
    const answer = await search(text);
    expect(answer.understood).toEqual([{ kind: 'SKILL', text: words, label: words, amount: null }]);
    expect(titles(answer)).toEqual(expected);
  });

  it('finds a skill as it is written where that is asked for', async () => {
    const answer = await search('js', { asWritten: ['js'] });
    expect([answer.understood, titles(answer)]).toEqual([[], ['Node.js后端开发（通讯方向）']]);
  });

  it('puts the title that is what was typed first, whatever is newer', async () => {
    expect((await search('电子厂普工')).nodes[0]?.title).toBe('电子厂普工');
  });

  it('finds nothing that only sounds alike, and says what sounds so', async () => {
    const answer = await search('快计');
    expect(answer).toMatchObject({ total: 0, nodes: [], similar: [], didYouMean: '会计' });
  });

  it('offers what resembles a word that no title has, unless one sounds like it or it is none', async () => {
    const similar = async (text: string) =>
      (await search(text)).similar.map(({ title }) => title).sort();
    expect(await similar('会员')).toEqual(['会计', '待处理订单专员']);
    expect(await similar('快寄')).toEqual([]);
    expect(await similar('实例')).toEqual([]);
  });

  it('offers what resembles where little is found, and none of it twice', async () => {
    const { nodes, similar } = await search('数据分析师');
    expect(nodes.map(({ title }) => title)).toEqual(['数据分析师']);
    expect(similar.map(({ title }) => title)).toContain('数据开发工程师');
    expect(similar.map(({ title }) => title)).not.toContain('数据分析师');
  });
});

describe('what a search understands', () => {
  it('takes pay, place, benefits and experience as conditions', async () => {
    const answer = await search('苏州普工 包吃住 6千以上 应届');
    expect(answer.understood).toEqual([
      { kind: 'REGION', text: '苏州', label: '苏州市', amount: null },
      { kind: 'BENEFIT', text: '包吃住', label: '包吃住', amount: null },
      { kind: 'PAY', text: '6千以上', label: '6千以上', amount: 6_000 },
      { kind: 'EXPERIENCE', text: '应届', label: '应届', amount: 0 },
    ]);
    expect(titles(answer)).toEqual(['电子厂普工（包吃包住）']);
  });

  it('takes words as words that are to be taken so', async () => {
    const understood = await search('苏州 会计');
    expect([understood.total, understood.understood.length]).toEqual([1, 2]);
    const written = await search('苏州 会计', { asWritten: ['苏州'] });
    expect([written.total, written.understood]).toEqual([1, []]);
    expect((await search('上海 会计')).total).toBe(0);
  });

  it('says which occupation the words are called by, and lets it be words', async () => {
    const answer = await search('苏州 氩弧焊工');
    expect(answer.understood.at(-1)).toEqual({
      kind: 'OCCUPATION',
      text: '氩弧焊工',
      label: '焊工',
      amount: null,
    });
    const written = await search('苏州 氩弧焊工', { asWritten: ['氩弧焊工'] });
    expect(written.understood.map(({ kind }) => kind)).toEqual(['REGION']);
    const quoted = await search('"氩弧焊工"');
    expect(quoted.understood).toEqual([]);
  });

  it('does not read what is asked for by a filter already', async () => {
    const answer = await search('苏州', { filter: { regionCode: '310000' } });
    expect([answer.total, answer.understood]).toEqual([0, []]);
  });

  it('reads a place within the one that is filtered by, and around it', async () => {
    const within = await search('苏州 普工', { filter: { regionCode: '320000' } });
    expect([within.total, within.understood[0]?.label]).toEqual([2, '苏州市']);
    const around = await search('江苏 普工', { filter: { regionCode: '320506' } });
    expect([around.total, around.understood[0]?.label]).toEqual([2, '江苏省']);
  });

  it('says which condition emptied the list, and what would be without it', async () => {
    const { total, relaxations } = await search('上海普工 5千以上');
    expect(total).toBe(0);
    expect(relaxations).toEqual([{ condition: 'REGION', total: 2 }]);
    const both = await search('普工', {
      filter: { regionCode: '320500', payAtLeast: { amount: '90000' } },
    });
    expect(both.relaxations).toEqual([{ condition: 'PAY', total: 2 }]);
    expect((await search('苏州 会计 包吃住')).relaxations).toEqual([
      { condition: 'BENEFIT', total: 1 },
    ]);
  });

  it('says what would be without all conditions where no single one is in the way', async () => {
    expect((await search('上海普工 9万以上')).relaxations).toEqual([
      { condition: 'ALL', total: 2 },
    ]);
    expect((await search('上海 9万以上')).relaxations).toEqual([{ condition: 'PAY', total: 2 }]);
    expect((await search('没有的词语 上海')).relaxations).toEqual([]);
  });
});

describe('what cannot be found', () => {
  it.each([
    ['🙂🙂'],
    ['！？。'],
    ['مهندس برمجيات'],
    ['" OR 1=1'],
    ['title = "x" AND id EXISTS'],
    ["'; drop table job_postings; --"],
    ['不 存 在 的 很 多 词 一 二 三 四 五 六'],
    ['zzzzzz qqqqqq xxxxxx'],
  ])('%j is answered with nothing', async (text) => {
    expect((await search(text)).total).toBe(0);
  });

  it.each([[''], ['   '], ['-'], ['+ ""']])('%j asks for everything', async (text) => {
    expect((await search(text)).total).toBe(ROWS.length);
  });

  it.each([
    ['x'.repeat(10_000), 'INPUT_TOO_LONG'],
    ['\u202e会计\u202c', 'INPUT_CONTROL_CHARACTERS'],
    ['会\u0000计', 'INPUT_CONTROL_CHARACTERS'],
  ])('%j is refused, naming the field', async (text, reason) => {
    const { errors } = await app.gql(SEARCH, { text });
    expect(errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: ['text'], reason },
    });
  });
});

describe('suggestions while typing', () => {
  const suggest = async (text: string): Promise<string[]> => {
    const { data } = await app.gql<{
      searchWordSuggestions: { kind: string; text: string; count: number }[];
    }>('query ($text: String!) { searchWordSuggestions(text: $text) { kind text count } }', {
      text,
    });
    return (data?.searchWordSuggestions ?? []).map(
      (one) => `${one.kind} ${one.text} ${String(one.count)}`,
    );
  };

  it('offers titles without what is in brackets, and employers, with their counts', async () => {
    expect(await suggest('电子厂')).toEqual(['TITLE 电子厂普工 2']);
    expect(await suggest('数')).toEqual([
      'TITLE 数据分析师 1',
      'TITLE 数据开发工程师 1',
      'EMPLOYER 示例数据 2',
    ]);
    expect(await suggest('kuaiji')).toEqual(['TITLE 会计 1']);
    expect(await suggest('🙂')).toEqual([]);
  });

  it('refuses no text and too much of it', async () => {
    for (const text of ['', 'x'.repeat(51)]) {
      const { errors } = await app.gql(
        'query ($text: String!) { searchWordSuggestions(text: $text) { text } }',
        { text },
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['text'] });
    }
  });
});
