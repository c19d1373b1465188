import { parsePayText, yuanToFen } from './pay-text.js';

describe('parsePayText', () => {
  it.each([
    ['8k-12k', 800_000n, 1_200_000n, 'MONTH', null],
    ['8-12K·13薪', 800_000n, 1_200_000n, 'MONTH', 13],
    ['1-1.5万', 1_000_000n, 1_500_000n, 'MONTH', null],
    ['1.5-2千/月', 150_000n, 200_000n, 'MONTH', null],
    ['6千-1.2万', 600_000n, 1_200_000n, 'MONTH', null],
    ['1.8万-3万·14薪', 1_800_000n, 3_000_000n, 'MONTH', 14],
    ['3千-5千元/月', 300_000n, 500_000n, 'MONTH', null],
    ['6000-8000元/月', 600_000n, 800_000n, 'MONTH', null],
    ['10-15万/年', 10_000_000n, 15_000_000n, 'YEAR', null],
    ['150-200/天', 15_000n, 20_000n, 'DAY', null],
    ['300元/天', 30_000n, 30_000n, 'DAY', null],
    ['18元/小时', 1_800n, 1_800n, 'HOUR', null],
    ['5千及以下', null, 500_000n, 'MONTH', null],
    ['30k以上', 3_000_000n, null, 'MONTH', null],
  ])('reads %s', (text, minFen, maxFen, period, months) => {
    expect(parsePayText(text)).toEqual({ minFen, maxFen, period, months });
  });

  it.each(['面议', '', '计件', '1.5�-2万·13薪', '999999999万', '8-'])(
    'finds no figure in %s',
    (text) => {
      expect(parsePayText(text)).toBeNull();
    },
  );
});

describe('yuanToFen', () => {
  it('keeps a missing or zero amount missing', () => {
    expect(['', '0', '-5', 'x', '8000.0'].map(yuanToFen)).toEqual([
      null,
      null,
      null,
      null,
      800_000n,
    ]);
  });
});
