import { deviceLabel, hashToken, isSessionToken, newSessionToken } from './session.rules.js';

describe('session tokens', () => {
  it('are 256 random bits, never twice, and kept only as a hash', () => {
    const tokens = Array.from({ length: 1000 }, newSessionToken);
    expect(new Set(tokens).size).toBe(1000);
    expect(tokens.filter((token) => !isSessionToken(token))).toEqual([]);
    expect(hashToken('gqs_x')).toBe('sfFdAhrevtSsGs6Rbu4Vtsdfe8_muEP-o0tToGOQvCA');
  });

  it.each([
    '',
    'gqs_',
    'gqk_abc',
    `gqs_${'a'.repeat(42)}`,
    `gqs_${'a'.repeat(44)}`,
    `x${newSessionToken()}`,
  ])('are not %j', (text) => {
    expect(isSessionToken(text)).toBe(false);
  });
});

describe('deviceLabel', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0 Safari/537.36`,
      'Chrome · Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
      'Edge · Windows',
    ],
    [
      `Mozilla/5.0 (Linux; Android 15; PJZ110) ${webkit} Chrome/130 MicroMessenger/8.0`,
      '微信 · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
      'Safari · iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    ['curl/8.5.0', 'curl'],
    ['<script>alert(1)</script>', null],
    ['  ', null],
    [null, null],
  ])('calls %j %j', (userAgent, label) => {
    expect(deviceLabel(userAgent)).toBe(label);
  });
});
