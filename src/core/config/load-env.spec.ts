import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configMarkdown, configTable } from './config-table.js';
import { ConfigError, loadEnv, settingNames, withoutServers, type RawEnv } from './load-env.js';

const SECRET = 'Zq3vT8rWm1Lx6PbYc9KdHs2NfJg5Ea7U';
const production: RawEnv = {
  NODE_ENV: 'production',
  APP_ORIGIN: 'https://jobs.suzhou.example.cn',
  DATABASE_URL: `postgresql://app:${SECRET}@db:5432/gongqiao`,
  MEILI_URL: 'http://meili:7700',
  MEILI_MASTER_KEY: SECRET,
  SESSION_SECRET: SECRET,
  FIELD_KEYS: `k1:${Buffer.from(SECRET).toString('base64')}`,
  BLIND_INDEX_KEY: SECRET,
  EVIDENCE_KEY: Buffer.from(SECRET).toString('base64'),
  SMTP_URL: 'smtps://mail:587',
  MAIL_FROM: 'no-reply@jobs.suzhou.example.cn',
  OPERATOR_NAME: '苏州市公共就业服务中心',
  OPERATOR_CONTACT: '0512-12333',
};

function problemsOf(raw: RawEnv): Record<string, string> {
  try {
    loadEnv(raw);
    return {};
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.problems.map(({ name, problem }) => [name, problem]));
  }
}

describe('reading the configuration', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'gongqiao-config-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const development = (extra: RawEnv = {}): RawEnv =>
    withoutServers({ NODE_ENV: 'development', DATA_DIR: dataDir, ...extra });

  it('accepts a complete production environment and gives typed values', () => {
    const env = loadEnv({ ...production, PORT: '8080' });
    expect(env.PORT).toBe(8080);
    expect(env.DEMO).toBe(false);
    expect(env.HOST).toBe('0.0.0.0');
    expect(env.REDIS_URL).toBeUndefined();
    expect(env.FIELD_KEYS.map(({ id, key }) => [id, key.length])).toEqual([['k1', 32]]);
  });

  it('lists everything that production lacks at once', () => {
    expect(Object.keys(problemsOf({ NODE_ENV: 'production' }))).toEqual([
      'APP_ORIGIN',
      'DATABASE_URL',
      'MEILI_URL',
      'MEILI_MASTER_KEY',
      'SESSION_SECRET',
      'FIELD_KEYS',
      'BLIND_INDEX_KEY',
      'EVIDENCE_KEY',
      'MAIL_FROM',
      'OPERATOR_NAME',
      'OPERATOR_CONTACT',
      'SMTP_URL',
    ]);
  });

  it('never prints a value, right or wrong', () => {
    const wrong = {
      ...production,
      PORT: 'hunter2',
      SESSION_SECRET: 'hunter2-short',
      DEMO: 'hunter2',
    };
    let text = '';
    try {
      loadEnv(wrong);
    } catch (error) {
      text = String(error);
    }
    expect(text).toContain('PORT must be a port from 0 to 65535');
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain(SECRET);
  });

  it.each([
    ['SESSION_SECRET', 'change-me-change-me-change-me-change-me'],
    ['SESSION_SECRET', 'a'.repeat(64)],
    ['MEILI_MASTER_KEY', 'aSampleMasterKey'],
    ['FIELD_KEYS', `k1:${Buffer.alloc(32).toString('base64')}`],
    ['FIELD_KEYS', 'k1:c2hvcnQ='],
    ['BLIND_INDEX_KEY', 'short'],
    ['DATABASE_URL', 'postgresql://app:postgres@db:5432/gongqiao'],
    ['DATABASE_URL', 'postgresql://app@db:5432/gongqiao'],
    ['APP_ORIGIN', 'http://jobs.suzhou.example.cn'],
    ['APP_ORIGIN', 'https://jobs.suzhou.example.cn/portal'],
    ['DEMO', 'true'],
    ['MAIL_FROM', 'no-reply@a.cn\r\nBcc: everyone@b.cn'],
    ['MAIL_FROM', 'Gongqiao <no-reply@localhost>'],
    ['OPERATOR_NAME', '  '],
    ['OPERATOR_NAME', '苏'],
    ['OPERATOR_NAME', '苏州市\n公共就业服务中心'],
    ['OPERATOR_NAME', '工桥演示平台'],
    ['OPERATOR_CONTACT', 'operator@localhost'],
    ['OPERATOR_CONTACT', '1'.repeat(201)],
    ['TRUST_PROXY', 'everyone'],
  ])('production refuses %s = %s', (name, value) => {
    expect(Object.keys(problemsOf({ ...production, [name]: value }))).toEqual([name]);
  });

  it('refuses two field keys with one id', () => {
    const key = Buffer.from(SECRET).toString('base64');
    expect(Object.keys(problemsOf({ ...production, FIELD_KEYS: `k1:${key},k1:${key}` }))).toEqual([
      'FIELD_KEYS',
    ]);
  });

  it('treats an unknown environment as production', () => {
    expect(Object.keys(problemsOf({ ...production, NODE_ENV: 'prod', DEMO: 'true' }))).toEqual([
      'NODE_ENV',
      'DEMO',
    ]);
  });

  it('takes an empty variable as unset', () => {
    expect(loadEnv({ ...production, REDIS_URL: '', PORT: ' ' }).PORT).toBe(3000);
  });

  it('makes development secrets once, in a file only its owner can read', () => {
    const first = loadEnv(development());
    const second = loadEnv(development());
    expect(second.SESSION_SECRET).toBe(first.SESSION_SECRET);
    expect(second.FIELD_KEYS).toEqual(first.FIELD_KEYS);
    expect(first.SESSION_SECRET).not.toBe(first.BLIND_INDEX_KEY);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('gives every process of a test the same secrets', () => {
    const test = withoutServers({ NODE_ENV: 'test', DATA_DIR: dataDir });
    expect(loadEnv(test)).toEqual(loadEnv(test));
  });

  it('derives the local origin from the port', () => {
    expect(loadEnv(development({ PORT: '4010' })).APP_ORIGIN).toBe('http://localhost:4010');
  });

  it('shows where each setting comes from, and no secret', () => {
    const rows = configTable({ NODE_ENV: 'development', SESSION_SECRET: SECRET, PORT: '4010' });
    const row = (name: string) => rows.find((entry) => entry.name === name);
    expect(rows).toHaveLength(settingNames().length);
    expect(row('SESSION_SECRET')).toMatchObject({ source: 'set', value: '(secret)' });
    expect(row('FIELD_KEYS')).toMatchObject({ source: 'generated', value: '' });
    expect(row('DATABASE_URL')).toMatchObject({ source: 'embedded', value: '' });
    expect(row('REDIS_URL')).toMatchObject({ source: 'unset', value: '' });
    expect(row('PORT')).toMatchObject({ source: 'set', value: '4010' });
    expect(row('LOG_LEVEL')).toMatchObject({ source: 'default', value: 'info' });
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });

  it('says "missing" for what production lacks', () => {
    const missing = configTable({ NODE_ENV: 'production' }).filter(
      ({ source }) => source === 'missing',
    );
    expect(missing.map(({ name }) => name)).toContain('FIELD_KEYS');
  });

  it('writes one row of Markdown for each setting', () => {
    expect(configMarkdown().split('\n')).toHaveLength(settingNames().length + 2);
  });
});
