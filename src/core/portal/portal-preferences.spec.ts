import { portalPreferences } from './portal-preferences.js';

describe('portalPreferences', () => {
  it.each([
    [undefined, null, null],
    ['', null, null],
    ['gq-locale=en', 'en', null],
    ['a=b; gq-locale=zh-CN; gq-theme=dark', 'zh-CN', 'dark'],
    ['xgq-locale=en; gq-theme=darker', null, null],
    ['gq-locale=fr; gq-theme=light; c=d', null, 'light'],
  ])('reads %j', (cookies, locale, theme) => {
    expect(portalPreferences(cookies)).toEqual({ locale, theme });
  });
});
