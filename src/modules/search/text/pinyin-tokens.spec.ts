import { pinyinTokens, soundsAs, typedInitialTokens, typedPinyinTokens } from './pinyin-tokens.js';

describe('pinyin', () => {
  it.each([
    ['会计', '快寄', true],
    ['银行', '银航', true],
    ['银行', '银星', true],
    ['会计', '会务', false],
    ['会计', '会计师', false],
  ])('%s sounds as %s: %s', (one, other, expected) => {
    expect(soundsAs(one, other)).toBe(expected);
  });

  it('types a run by two syllables and by three initials', () => {
    expect(pinyinTokens('数据分析')).toEqual([...['4shuju', '4jufen', '4fenxi', '5sjf', '5jfx']]);
    expect(typedInitialTokens('sjfx')).toEqual(['5sjf', '5jfx']);
    expect(typedInitialTokens('sj')).toEqual([]);
    expect(typedPinyinTokens('shujufenxi')).toEqual([['4shuju', '4jufen', '4fenxi']]);
  });
});
