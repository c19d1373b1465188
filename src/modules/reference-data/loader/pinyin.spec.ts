import { overridePinyin, spell } from './pinyin.js';

beforeAll(() => {
  overridePinyin([
    { text: '浒墅关', pinyin: 'xu shu guan' },
    { text: '都', pinyin: 'du' },
    { text: '店长', pinyin: 'dian zhang' },
  ]);
});

describe('spell', () => {
  it.each([
    ['苏州市', 'su zhou shi', 'szs'],
    ['浒墅关经开区（镇）', 'xu shu guan jing kai qu zhen', 'xsgjkqz'],
    ['新都区', 'xin du qu', 'xdq'],
    ['女装设计', 'nü zhuang she ji', 'nzsj'],
    ['CAD绘图员', 'cad hui tu yuan', 'cadhty'],
    ['4S店店长/维修站长', '4s dian dian zhang wei xiu zhan zhang', '4sddzwxzz'],
    ['副总裁/副总经理VP', 'fu zong cai fu zong jing li vp', 'fzcfzjlvp'],
  ])('writes %s as %s', (name, pinyin, initials) => {
    expect(spell(name)).toEqual({ pinyin, pinyin_initials: initials });
  });
});
