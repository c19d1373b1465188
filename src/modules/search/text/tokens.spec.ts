import { characterToken, hanToken, indexTokens, latinTokens, runsOf } from './tokens.js';

describe('tokens', () => {
  it('cuts a text into runs of one writing', () => {
    expect(runsOf('高级c++开发(node.js/.net)+c# 3d打印，5g')).toEqual([
      { writing: 'han', text: '高级' },
      { writing: 'latin', text: 'c++' },
      { writing: 'han', text: '开发' },
      { writing: 'latin', text: 'node.js' },
      { writing: 'latin', text: '.net' },
      { writing: 'latin', text: 'c#' },
      { writing: 'latin', text: '3d' },
      { writing: 'han', text: '打印' },
      { writing: 'latin', text: '5g' },
    ]);
  });

  it('writes characters as numbers of one length', () => {
    expect(hanToken('软件')).toBe('036719020214');
    expect(hanToken('𠮷')).toBe('134071');
  });

  it('has each two neighbours of a run, and a single character as it is', () => {
    expect(indexTokens('待处理 焊')).toEqual([
      hanToken('待处'),
      hanToken('处理'),
      characterToken('焊'),
    ]);
  });

  it.each([
    ['c++', ['cplusplus']],
    ['c#', ['csharp']],
    ['.net', ['dotnet', 'net']],
    ['node.js', ['nodejs', 'node', 'js', 'dotjs']],
    ['java', ['java']],
  ])('finds %s as a whole and by its parts', (word, expected) => {
    expect(latinTokens(word)).toEqual(expected);
  });

  it.each(['', '🙂', '，。！', '\u202e', '++', '...'])('has nothing for %j', (text) => {
    expect(indexTokens(text)).toEqual([]);
  });
});
