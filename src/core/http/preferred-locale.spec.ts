import { preferredLocale } from './preferred-locale.js';

describe('preferredLocale', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['fr-FR,fr;q=0.9', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en;q=0.3,zh-CN;q=0.7', 'zh-CN'],
    ['zh;q=0,en;q=0.1', 'en'],
    ['english', 'zh-CN'],
    ['*', 'zh-CN'],
    [`${'x,'.repeat(10_000)}en`, 'zh-CN'],
  ])('reads %j as %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});
