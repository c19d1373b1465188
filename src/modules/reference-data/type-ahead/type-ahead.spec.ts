import { TypeAhead, type Searchable } from './type-ahead.js';

const place = (
  code: string,
  name: string,
  full: string,
  initials: string,
  aliases: string[] = [],
): Searchable<string> => ({
  row: name,
  codes: [code],
  names: [name],
  aliases,
  pinyin: [{ full, initials }],
});

const places = new TypeAhead([
  place('320000', '江苏省', 'jiang su sheng', 'jss'),
  place('320500', '苏州市', 'su zhou shi', 'szs', ['江苏省苏州市']),
  place('341300', '宿州市', 'su zhou shi', 'szs', ['安徽省宿州市']),
  place('320576', '苏州工业园区', 'su zhou gong ye yuan qu', 'szgyyq', [
    '江苏省苏州市苏州工业园区',
  ]),
  place('610124', '周至县', 'zhou zhi xian', 'zzx'),
  place('610324', '略阳县', 'lüe yang xian', 'lyx'),
  place('120000', '天津市', 'tian jin shi', 'tjs'),
  place('340800', '安庆市', 'an qing shi', 'aqs'),
]);

describe('TypeAhead', () => {
  it('puts an exact code and an exact name first', () => {
    expect(places.search('320500', 10)).toEqual(['苏州市']);
    expect(places.search('苏州市', 10)).toEqual(['苏州市', '苏州工业园区']);
  });

  it('ranks names that begin with the text before names that contain it', () => {
    expect(places.search('苏', 10)).toEqual(['苏州市', '苏州工业园区', '江苏省']);
  });

  it('ranks an alias before pinyin, and code beginnings like name beginnings', () => {
    expect(places.search('江苏省', 10)).toEqual(['江苏省', '苏州市', '苏州工业园区']);
    expect(places.search('3205', 10)).toEqual(['苏州市', '苏州工业园区']);
  });

  it('finds whole pinyin, its beginning and initials', () => {
    expect(places.search('suzhou', 10)).toEqual(['苏州市', '宿州市', '苏州工业园区']);
    expect(places.search('Su Zhou', 10)).toEqual(['苏州市', '宿州市', '苏州工业园区']);
    expect(places.search('szgyyq', 10)).toEqual(['苏州工业园区']);
  });

  it('finds pinyin inside a name only where a syllable begins', () => {
    expect(places.search('gongye', 10)).toEqual(['苏州工业园区']);
    expect(places.search('an', 10)).toEqual(['安庆市']);
    expect(places.search('gyyq', 10)).toEqual(['苏州工业园区']);
  });

  it('takes v, ü and u for the vowel that keyboards lack', () => {
    for (const text of ['lveyang', 'lüeyang', 'lueyang'])
      expect(places.search(text, 10)).toEqual(['略阳县']);
  });

  it('finds simplified names for traditional characters', () => {
    expect(places.search('蘇州工業園區', 10)).toEqual(['苏州工业园区']);
  });

  it('narrows before it counts and returns at most the number asked for', () => {
    expect(places.search('suzhou', 1)).toEqual(['苏州市']);
    expect(places.search('suzhou', 1, (name) => name.startsWith('宿'))).toEqual(['宿州市']);
  });

  it.each(['', '·', '纽约', '999999', 'x-y'])('finds nothing for %j', (text) => {
    expect(places.search(text, 10)).toEqual([]);
  });
});
