import { hanToken } from '../text/tokens.js';
import { partsOf } from './query-text.js';
import { queryTokens } from './query-tokens.js';

const WORDS = ['苏州', '电子厂', '普工', '数据', '分析', '的'];
/** Cuts by the list, single characters where it knows no word. */
const cut = (run: string): Promise<string[]> => {
  const words: string[] = [];
  for (let at = 0; at < run.length;) {
    const word = WORDS.find((one) => run.startsWith(one, at)) ?? run.slice(at, at + 1);
    words.push(word);
    at += word.length;
  }
  return Promise.resolve(words);
};
const tokens = (text: string) => queryTokens(partsOf(text), cut);
const han = (...pairs: string[]): string[] => pairs.map(hanToken);

describe('partsOf', () => {
  it('cuts at spaces and quotation marks, and reads signs where a part begins', () => {
    expect(partsOf('c++ -外包 +"数据 分析" self-employed “双 休')).toEqual([
      { sign: null, text: 'c++', isQuoted: false },
      { sign: '-', text: '外包', isQuoted: false },
      { sign: '+', text: '数据 分析', isQuoted: true },
      { sign: null, text: 'self-employed', isQuoted: false },
      { sign: null, text: '双 休', isQuoted: true },
    ]);
  });

  it.each(['', '  ', '+', '-', '""', '“”'])('finds nothing in %j', (text) => {
    expect(partsOf(text)).toEqual([]);
  });
});

describe('queryTokens', () => {
  it('lets words stand apart, and prefers them in one piece', async () => {
    expect(await tokens('苏州电子厂普工')).toMatchObject({
      required: han('苏州', '电子', '子厂', '普工'),
      joining: han('州电', '厂普'),
      words: ['苏州', '电子厂', '普工'],
    });
  });

  it('takes single characters in a row for a word', async () => {
    const { required, joining } = await tokens('电子厂保安');
    expect([required, joining]).toEqual([han('电子', '子厂', '保安'), han('厂保')]);
  });

  it('holds a single character on to its neighbours', async () => {
    const { required, joining } = await tokens('数据的');
    expect([required, joining]).toEqual([han('数据', '据的'), []]);
  });

  it('takes what is quoted or signed in one piece', async () => {
    const whole = han('数据', '据分', '分析');
    expect((await tokens('"数据分析"')).required).toEqual(whole);
    expect((await tokens('+数据分析')).required).toEqual(whole);
  });

  it('keeps what must not occur apart', async () => {
    expect(await tokens('java -外包')).toMatchObject({
      required: ['java'],
      excluded: [han('外包')],
    });
  });

  it('asks for ten words at most, from everywhere in a long text', async () => {
    const long = Array.from({ length: 30 }, (_, i) => `w${String(i)}`);
    expect((await tokens(long.join(' '))).required).toEqual(long.filter((_, i) => i % 3 === 0));
  });

  it('reads letters as pinyin, in each way they can be cut', async () => {
    expect((await tokens('shuju fenxi')).pinyin).toEqual([['4shuju', '4jufen', '4fenxi']]);
    expect((await tokens('jingan')).pinyin).toContainEqual(['4jingan']);
    expect((await tokens('python')).pinyin).toEqual([]);
    expect((await tokens('数据')).pinyin).toEqual([]);
  });
});
