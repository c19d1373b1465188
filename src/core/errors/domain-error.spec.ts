import { DomainError } from './domain-error.js';

const error = (value: string | number | readonly string[]): DomainError =>
  new DomainError(
    'SAMPLE',
    'invalid',
    {
      'zh-CN': '缺少：{it}',
      en: 'Missing: {it}',
      words: {
        'zh-CN': { duties: '岗位职责', pay: '薪酬' },
        en: { duties: 'duties', pay: 'basic pay' },
      },
    },
    { params: { it: value } },
  );

describe('the text of a refusal', () => {
  it('says codes in the words of the reader, joined as he joins things', () => {
    expect(error(['duties', 'pay']).text('zh-CN')).toBe('缺少：岗位职责、薪酬');
    expect(error(['duties', 'pay']).text('en')).toBe('Missing: duties, basic pay');
  });

  it('leaves what has no word as it is', () => {
    expect(error('constructor').text('zh-CN')).toBe('缺少：constructor');
    expect(error(7).text('en')).toBe('Missing: 7');
    expect(error([]).text('en')).toBe('Missing: ');
  });
});
