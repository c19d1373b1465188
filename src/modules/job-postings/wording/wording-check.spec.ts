import { blocksPublication, checkWording, wordingRule } from './wording-check.js';
import { WORDING_RULES } from './wording-rules.data.js';

const idsIn = (duties: string): string[] => checkWording({ duties }).map((f) => f.ruleId);

describe('checkWording', () => {
  it.each([
    ['本岗位限男性', 'SEX-1'],
    ['女士优先', 'SEX-1'],
    ['性别：男', 'SEX-1'],
    ['已婚已育优先', 'FAMILY-1'],
    ['近期无生育计划', 'FAMILY-1'],
    ['限汉族', 'ETHNICITY-1'],
    ['谢绝有宗教信仰者', 'RELIGION-1'],
    ['仅限本市户籍', 'RESIDENCE-1'],
    ['外地人勿扰', 'RESIDENCE-1'],
    ['年龄18-35岁', 'AGE-1'],
    ['乙肝携带者勿扰', 'HEALTH-1'],
    ['形象气质佳', 'LOOKS-1'],
    ['须985院校毕业', 'SCHOOL-1'],
    ['入职需交押金300元', 'FEE-1'],
    ['报名费：200', 'FEE-1'],
    ['扣押身份证原件', 'FEE-2'],
    ['培训费可分期贷款', 'FEE-3'],
    ['保证录用，月入过万不是梦', 'HYPE-1'],
    ['工资面议', 'PAY-1'],
    ['联系13812345678', 'CONTACT-1'],
  ])('objects to 「%s」 by %s', (text, id) => {
    expect(idsIn(text)).toContain(id);
  });

  it.each([
    '男女不限，年满18周岁',
    '公司不收取任何押金、服装费',
    '谨防以招聘名义收取押金的行为',
    '入职体检费公司报销',
    '负责女装导购与陈列',
    '负责男女鞋类产品设计',
    '请提供身份证复印件',
    '全日制用工，缴纳五险一金',
    '户籍不限，包食宿',
    '薪资6000-8000元/月',
    '负责保证金系统的开发',
    '应聘者本人持简历面试',
    '有项目管理经验的人优先',
    '熟悉 Linux/VxWorks 系统',
    '我们不向个人收取任何中介费用',
    '保证上岗教学质量达标',
  ])('leaves 「%s」 alone', (text) => {
    expect(checkWording({ duties: text })).toEqual([]);
  });

  it('names field, place and words of a finding', () => {
    expect(checkWording({ title: null, duties: '要求：限女性。' })).toEqual([
      {
        ruleId: 'SEX-1',
        topic: 'DISCRIMINATION',
        severity: 'BLOCK',
        field: 'duties',
        start: 3,
        end: 6,
        words: '限女性',
      },
    ]);
  });

  it('blocks publication for a rule of severity BLOCK only', () => {
    expect(blocksPublication(checkWording({ duties: '形象气质佳' }))).toBe(false);
    expect(blocksPublication(checkWording({ duties: '限女性' }))).toBe(true);
  });

  it('does not let an exception of the next sentence excuse this one', () => {
    expect(idsIn('限男性。性别不限的岗位另有')).toEqual(['SEX-1']);
  });

  it('reads twenty thousand hostile characters quickly enough to be typed against', () => {
    const hostile = '限'.repeat(10_000) + '男女'.repeat(5_000);
    expect(checkWording({ duties: hostile }).length).toBeLessThan(10_000);
  });

  it('has unique ids', () => {
    expect(new Set(WORDING_RULES.map((rule) => rule.id)).size).toBe(WORDING_RULES.length);
    expect(wordingRule('FEE-1')?.topic).toBe('FEE');
  });
});
