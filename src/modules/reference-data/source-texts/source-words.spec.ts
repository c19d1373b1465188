import { parseEducation } from './education-text.js';
import { parseExperienceYears } from './experience-text.js';

describe('parseExperienceYears', () => {
  it.each([
    ['3-5年', 3],
    ['10年以上', 10],
    ['1年以下', 0],
    ['1年及以上', 1],
    ['经验不限', 0],
    ['3-5年学历不限', 3],
    ['应届毕业生', 0],
    ['5', 5],
    ['', null],
    ['5天/周', null],
    ['若干', null],
  ])('reads %s as %s', (text, years) => {
    expect(parseExperienceYears(text)).toBe(years);
  });
});

describe('parseEducation', () => {
  it.each([
    ['本科', true, '21'],
    ['以内大专', true, '31'],
    ['中专/中技', true, '40'],
    ['学历不限', true, null],
    ['其他', false, null],
    ['', false, null],
  ])('reads %s', (text, known, code) => {
    expect(parseEducation(text)).toEqual({ known, code });
  });
});
