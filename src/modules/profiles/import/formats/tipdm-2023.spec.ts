import { tipdm2023Seekers } from './tipdm-2023.js';

const ROW = {
  id: 'ts1',
  expected_jobs: '数据分析师|其他',
  work_type_code: '2',
  expected_province: '广东省',
  expected_city: '广州市',
  available: '随时到岗',
  experience: '10年以上工作经验',
  expected_industries: '不限',
  salary_min: '3000',
  salary_max: '5000',
  education: '本科|硕士',
  major: '应用统计学',
  skills: 'python_SKILLED|R语言_GOOD|办公软件_MASTER|spss_COMMONLY|Go_KNOW|C_plus|PYTHON_MASTER',
};
const read = (cells: object = {}) => tipdm2023Seekers.read({ ...ROW, ...cells });

describe('seekers of the campus platform', () => {
  it('are read whole', () => {
    expect(read()).toEqual({
      cleaned: {
        sourceId: 'ts1',
        wishes: ['数据分析师'],
        placeText: '广东省广州市',
        payMinFen: 300_000n,
        payMaxFen: 500_000n,
        isPartTime: false,
        experienceYears: 10,
        educationLevelCode: '14',
        majorName: '应用统计学',
        skills: [
          { name: 'python', proficiency: 'SKILLED' },
          { name: 'R语言', proficiency: 'BASIC' },
          { name: '办公软件', proficiency: 'EXPERT' },
          { name: 'spss', proficiency: 'BASIC' },
          { name: 'Go', proficiency: 'BASIC' },
          { name: 'C_plus', proficiency: null },
        ],
      },
      issues: [],
    });
  });

  it('stay visibly incomplete where the source is', () => {
    const blank = Object.fromEntries(Object.keys(ROW).map((column) => [column, '']));
    expect(read({ ...blank, id: 'ts2', experience: '无经验' }).cleaned).toEqual({
      sourceId: 'ts2',
      wishes: [],
      placeText: null,
      payMinFen: null,
      payMaxFen: null,
      isPartTime: false,
      experienceYears: 0,
      educationLevelCode: null,
      majorName: null,
      skills: [],
    });
  });

  it.each([
    ['其他', []],
    ['"[\\"数据分析师\\",\\"数据挖掘工程师\\"]"', ['数据分析师', '数据挖掘工程师']],
    ['"\\"\\\\\\"[\\\\\\\\\\\\\\"数据分析师', ['数据分析师']],
    ['A|B|A', ['A', 'B']],
  ])('wish for %s', (cell, wishes) => {
    expect(read({ expected_jobs: cell }).cleaned.wishes).toEqual(wishes);
  });

  it('are told what is wrong with them', () => {
    expect(read({ id: '' }).issues).toEqual([
      { field: 'id', reason: 'REQUIRED', refusesRow: true },
    ]);
    const upsideDown = read({ salary_min: '9000' });
    expect(upsideDown.issues).toEqual([
      { field: 'salary_min', reason: 'PAY_UPSIDE_DOWN', refusesRow: false },
    ]);
    expect(upsideDown.cleaned).toMatchObject({ payMinFen: null, payMaxFen: null });
  });
});
