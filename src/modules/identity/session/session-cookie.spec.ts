import {
  bearerToken,
  CLEARED_SESSION_COOKIE,
  comesFromOwnPage,
  sessionCookie,
  tokenOfCookies,
} from './session-cookie.js';

describe('session cookie', () => {
  it('is bound to this host, hidden from scripts and not sent along by other sites', () => {
    expect(sessionCookie('gqs_abc', 90_500)).toBe(
      '__Host-session=gqs_abc; Max-Age=90; Path=/; Secure; HttpOnly; SameSite=Lax',
    );
    expect(CLEARED_SESSION_COOKIE).toBe(
      '__Host-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax',
    );
  });

  it.each([
    ['__Host-session=abc', 'abc'],
    ['a=b; __Host-session=abc; c=d', 'abc'],
    ['__Host-session=abc; __Host-session=abc', 'abc'],
    ['__Host-session=abc; __Host-session=def', null],
    ['session=abc', null],
    ['x__Host-session=abc', null],
    ['', null],
    [undefined, null],
  ])('finds in %j the token %j', (header, token) => {
    expect(tokenOfCookies(header)).toBe(token);
  });
});

describe('bearerToken', () => {
  it.each([
    ['Bearer gqs_abcdef', 'gqs_abcdef'],
    ['bearer gqk_abcdef', 'gqk_abcdef'],
    ['Basic dXNlcjpwYXNz', null],
    ['Bearer ', null],
    ['Bearer two tokens', null],
    [`Bearer ${'a'.repeat(513)}`, null],
    [undefined, null],
  ])('finds in %j the token %j', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });
});

describe('comesFromOwnPage', () => {
  const production = { origin: 'https://jobs.example.org', isProduction: true };
  const development = { origin: 'http://localhost:3000', isProduction: false };

  it.each([
    [{ origin: 'https://jobs.example.org' }, true],
    [{ origin: 'https://jobs.example.org', secFetchSite: 'same-origin' }, true],
    [{ secFetchSite: 'same-origin' }, true],
    [{ secFetchSite: 'none' }, true],
    [{}, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'https://jobs.example.org.evil.example' }, false],
    [{ origin: 'http://jobs.example.org' }, false],
    [{ origin: 'https://jobs.example.org:8443' }, false],
    [{ origin: 'https://other.example.org', secFetchSite: 'same-site' }, false],
    [{ origin: 'null' }, false],
    [{ origin: '' }, false],
    [{ origin: 'http://localhost:3000' }, false],
    [{ secFetchSite: 'cross-site' }, false],
    [{ secFetchSite: 'same-site' }, false],
  ])('in production %j is own: %s', (headers, own) => {
    expect(comesFromOwnPage(headers, production)).toBe(own);
  });

  it('in development trusts every page of this machine and no other', () => {
    expect(comesFromOwnPage({ origin: 'http://127.0.0.1:5173' }, development)).toBe(true);
    expect(comesFromOwnPage({ origin: 'http://localhost:4000' }, development)).toBe(true);
    expect(comesFromOwnPage({ origin: 'http://localhost.evil.example' }, development)).toBe(false);
  });
});
