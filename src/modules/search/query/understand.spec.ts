import { PlaceNames } from './place-names.js';
import { partsOf } from './query-text.js';
import { foldedText } from '../text/folded-text.js';
import { understand, type Understanding, type UnderstoodText } from './understand.js';

const region = (id: string, displayName: string, level: string) => ({
  ...{ id, displayName, level, name: displayName },
  ...{ isCurrent: true, kind: 'ORDINARY' },
});
const REGIONS = [
  region('js', '江苏省', 'PROVINCE'),
  region('jl', '吉林省', 'PROVINCE'),
  region('jlc', '吉林市', 'PREFECTURE'),
  region('sz', '苏州市', 'PREFECTURE'),
  region('ks', '昆山市', 'COUNTY'),
  region('sip', '苏州工业园区', 'COUNTY'),
  region('cy1', '朝阳区', 'COUNTY'),
  region('cy2', '朝阳区', 'COUNTY'),
];
const places = new PlaceNames({ regions: { rows: REGIONS } } as never);

function read(text: string, asWritten: string[] = [], taken: Understanding[] = []): UnderstoodText {
  return understand(partsOf(foldedText(text)), places, {
    asWritten: new Set(asWritten),
    taken: new Set(taken),
  });
}
const meant = (text: string): unknown[][] =>
  read(text).understood.map(({ kind, text: words, ...rest }) => {
    const values: unknown[] = Object.values(rest);
    return [kind, words, ...values];
  });
const left = (text: string): string[] => read(text).parts.map((part) => part.text);

describe('understand', () => {
  it.each([
    ['月薪8千以上', 8_000],
    ['8k', 8_000],
    ['8k-12k', 8_000],
    ['1.5万', 15_000],
    ['月薪6000', 6_000],
    ['5000元以上', 5_000],
    ['焊工6千起', 6_000],
    ['月薪8000-12000', 8_000],
    ['8000以上', 8_000],
    ['8000+', 8_000],
    ['5000起', 5_000],
    ['8000/月', 8_000],
    ['8000-12000', 8_000],
    ['8,000元/月', 8_000],
    ['8000-1.2万', 8_000],
    ['8-12k', 8_000],
    ['年薪24万', 20_000],
    ['24万/年', 20_000],
    ['1.5w', 15_000],
    ['月薪一万', 10_000],
    ['1万5', 15_000],
    ['月薪 8000', 8_000],
  ])('reads the pay in %s', (text, yuan) => {
    expect(read(text).understood).toEqual([
      { kind: 'PAY', yuan, text: expect.stringMatching(/[\d一]/) as string },
    ]);
  });

  it.each([
    ...['4k视频', '985', '50', '2024届', 'web3', '月薪90', '3年经验不够的', '2020-2024', '8000'],
    ...['5千以下', '日薪600元', '500元/天', '1000元补贴', '2万人工厂', '2024年以上', '20元/小时'],
  ])('sees no pay in %s', (text) => {
    expect(read(text).understood.filter(({ kind }) => kind === 'PAY')).toEqual([]);
  });

  it.each([
    ['应届生', [['EXPERIENCE', '应届生', 0]]],
    ['3年以上工作经验', [['EXPERIENCE', '3年以上工作经验', 3]]],
    ['大专学历', [['EDUCATION', '大专学历', '31']]],
    ['本科及以上', [['EDUCATION', '本科及以上', '21']]],
    ['包吃包住', [['BENEFIT', '包吃包住', '3boardandroom']]],
    ['不加班', [['BENEFIT', '不加班', '3noovertime']]],
    ['叉车操作证', [['SKILL', '叉车操作证', '7forkliftcertificate']]],
    ['电工证书', []],
    ['JS前端', [['SKILL', 'js', '7javascript']]],
    ['json', []],
    ['C#', [['SKILL', 'c#', '7csharp']]],
    ['machine learning', []],
    ['苏州', [['REGION', '苏州', 'sz']]],
    ['吉林', [['REGION', '吉林', 'jl']]],
    ['吉林市', [['REGION', '吉林市', 'jlc']]],
    ['昆山', [['REGION', '昆山', 'ks']]],
    ['苏州工业园区', [['REGION', '苏州工业园区', 'sip']]],
    ['朝阳区', []],
    ['苏州话客服', []],
    ['高中数学老师', []],
    ['初中级ios开发', []],
    ['博士后', []],
    ['研究生辅导员', []],
    ['1-3年经验', [['EXPERIENCE', '1-3年经验', 1]]],
    [
      '8k双休',
      [
        ['BENEFIT', '双休', '3freeweekends'],
        ['PAY', '8k', 8_000],
      ],
    ],
    ['昆山路营业员', []],
  ])('reads %s', (text, expected) => {
    expect(meant(text)).toEqual(expected);
  });

  it('takes one sentence apart and leaves the rest as words', () => {
    const text = '苏州电子厂普工包吃住月薪8千以上 不加班 应届';
    expect(meant(text).map(([kind]) => kind)).toEqual([
      'PAY',
      'BENEFIT',
      'REGION',
      'BENEFIT',
      'EXPERIENCE',
    ]);
    expect(left(text)).toEqual(['电子厂普工']);
  });

  it('leaves what is signed, quoted or to be taken as written', () => {
    expect(meant('+苏州 "大专" -包吃住')).toEqual([]);
    expect(left('+苏州 "大专" -包吃住')).toEqual(['苏州', '大专', '包吃住']);
    expect(read('苏州 8k', ['苏州']).understood.map(({ kind }) => kind)).toEqual(['PAY']);
    expect(read('苏州 8k', ['苏州']).parts.map(({ text }) => text)).toEqual(['苏州']);
  });

  it('leaves what is asked for already, and a second of a kind', () => {
    expect(read('苏州 普工', [], ['REGION']).parts.map(({ text }) => text)).toEqual([
      '苏州',
      '普工',
    ]);
    expect(left('苏州 江苏')).toEqual(['江苏']);
  });
});
