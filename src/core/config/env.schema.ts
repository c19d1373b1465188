import { z } from 'zod';
import { setting, type Setting } from './setting.js';
import {
  address,
  fieldKeys,
  flag,
  integer,
  keySeed,
  line,
  origin,
  publicKeys,
  secretText,
} from './shapes.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Every setting of the platform, in the order in which `check-config` and the README list them.
 * A variable that does not stand here does not exist: nothing else reads `process.env`.
 */
export const settings = {
  NODE_ENV: setting(
    z.enum(['development', 'test', 'production']),
    'Environment; production refuses default and missing secrets and demo mode.',
    'development, test or production',
    { fallback: 'development' },
  ),
  HOST: setting(z.string().min(1), 'Address the API listens on.', 'a host name or address', {
    fallback: { development: 'localhost', test: 'localhost', production: '0.0.0.0' },
  }),
  PORT: setting(integer(0, 65_535), 'Port the API listens on.', 'a port from 0 to 65535', {
    fallback: '3000',
  }),
  APP_ORIGIN: setting(
    origin(),
    'Address under which people reach the portal; used in links and against cross-site requests.',
    'an origin such as https://jobs.example.org, without a path',
    { fallback: { development: 'http://localhost:3000', test: 'http://localhost:3000' } },
  ),
  TRUST_PROXY: setting(
    z
      .string()
      .regex(/^(loopback|\d{1,2}|[\d.:a-fA-F/, ]+)$/)
      .optional(),
    'Which proxies may name the caller: a number of hops, "loopback", or a list of addresses.',
    'a number of hops, "loopback" or a comma-separated list of addresses',
  ),
  DATABASE_URL: setting(
    address('postgres:', 'postgresql:'),
    'PostgreSQL server; unset, `npm start` brings its own.',
    'an address such as postgresql://user:password@host:5432/database',
    { secret: true, embedded: true },
  ),
  DATABASE_POOL_SIZE: setting(
    integer(2, 200),
    'Connections to PostgreSQL per process and per pool.',
    'a number from 2 to 200',
    { fallback: '10' },
  ),
  MEILI_URL: setting(
    address('http:', 'https:'),
    'Meilisearch server; unset, `npm start` brings its own.',
    'an address such as http://localhost:7700',
    { embedded: true },
  ),
  MEILI_MASTER_KEY: setting(
    secretText(16),
    'Key of the Meilisearch server.',
    'a random text of at least 16 characters, not a default one',
    { secret: true, generate: (random) => random(32).toString('base64url') },
  ),
  SEARCH_INDEX_PREFIX: setting(
    z.string().regex(/^[a-z0-9_]{1,40}$/),
    'First part of the names of our search indexes, so that installations can share one server.',
    'up to 40 lower-case letters, digits and underscores',
    { fallback: 'gongqiao' },
  ),
  REDIS_URL: setting(
    address('redis:', 'rediss:').optional(),
    'Redis or Valkey for the task queues; unset, the queues live in PostgreSQL.',
    'an address such as redis://host:6379',
    { secret: true },
  ),
  SESSION_SECRET: setting(
    secretText(32),
    'Signs download links and one-time tokens.',
    'a random text of at least 32 characters, not a default one',
    { secret: true, generate: (random) => random(48).toString('base64url') },
  ),
  FIELD_KEYS: setting(
    fieldKeys(),
    'Keys that encrypt personal fields; the first one encrypts, the others still decrypt.',
    'a comma-separated list of id:key, each key 32 random bytes in base64',
    { secret: true, generate: (random) => `k1:${random(32).toString('base64')}` },
  ),
  BLIND_INDEX_KEY: setting(
    secretText(32),
    'Makes encrypted fields findable by exact value; changing it means indexing them anew.',
    'a random text of at least 32 characters, not a default one',
    { secret: true, generate: (random) => random(48).toString('base64url') },
  ),
  EVIDENCE_KEY: setting(
    keySeed(),
    'Ed25519 key that signs sealed agreements and the daily heads of their events.',
    '32 random bytes in base64',
    { secret: true, generate: (random) => random(32).toString('base64') },
  ),
  EVIDENCE_KEYS_RETIRED: setting(
    publicKeys().optional(),
    'Public halves of evidence keys used before: what they signed stays verifiable.',
    'a comma-separated list of public keys, each 32 bytes in base64',
  ),
  SMTP_URL: setting(
    address('smtp:', 'smtps:').optional(),
    'Mail server; unset outside production, mail goes to the development mailbox at /dev/messages.',
    'an address such as smtps://user:password@host:465',
    { secret: true },
  ),
  MAIL_FROM: setting(
    z
      .string()
      .regex(/^[^\r\n]*@[^\r\n]+$/)
      .max(200),
    'Sender of our mail.',
    'a mail address such as "Gongqiao <no-reply@example.org>"',
    {
      fallback: {
        development: 'Gongqiao <no-reply@localhost>',
        test: 'Gongqiao <no-reply@localhost>',
      },
    },
  ),
  OPERATOR_NAME: setting(
    line(100),
    'Name of the body that runs this installation; stands at the foot of every page, as the privacy notice promises.',
    'a name of 2 to 100 characters on one line',
    { fallback: { development: '工桥演示平台', test: '工桥演示平台' } },
  ),
  OPERATOR_CONTACT: setting(
    line(200),
    'Where people reach that body about the platform and their data.',
    'a mail address, a phone number or both, up to 200 characters on one line',
    { fallback: { development: 'operator@localhost', test: 'operator@localhost' } },
  ),
  DEMO: setting(
    flag(),
    'Demo mode: demo data and demo accounts with known passwords; refused in production.',
    'true or false',
    { fallback: { development: 'true', test: 'false', production: 'false' } },
  ),
  LOG_LEVEL: setting(
    z.enum(LOG_LEVELS),
    'Least severe level that is logged.',
    `one of ${LOG_LEVELS.join(', ')}`,
    { fallback: { development: 'info', test: 'error', production: 'info' } },
  ),
  DATA_DIR: setting(
    z.string().min(1),
    'Folder of everything this checkout keeps: embedded servers, development secrets, logs.',
    'a folder name',
    { fallback: '.data' },
  ),
  PASSWORD_HASH_CONCURRENCY: setting(
    integer(1, 64),
    'Passwords hashed at the same time in one process; more waits.',
    'a number from 1 to 64',
    { fallback: '2' },
  ),
} satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof settings;

/** The validated configuration of this process. */
export type Env = {
  readonly [Name in SettingName]: z.output<(typeof settings)[Name]['schema']>;
};

/** Settings that production cannot do without although other environments can. */
export const REQUIRED_IN_PRODUCTION: readonly SettingName[] = ['SMTP_URL'];
