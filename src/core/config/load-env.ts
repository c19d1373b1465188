import { createHash } from 'node:crypto';
import { REQUIRED_IN_PRODUCTION, settings, type Env, type SettingName } from './env.schema.js';
import { developmentSecrets } from './development-secrets.js';
import { fallbackOf, type Environment, type Setting } from './setting.js';

export type RawEnv = Readonly<Record<string, string | undefined>>;

export interface ConfigProblem {
  readonly name: SettingName;
  /** What is wrong, without the value. */
  readonly problem: string;
}

/** The configuration is wrong; says everything that is, never a value. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(
      [
        `The configuration is wrong in ${String(problems.length)} place(s):`,
        ...problems.map(({ name, problem }) => `  ${name} ${problem}`),
        'Every setting is listed by `npm run cli -- check-config`.',
      ].join('\n'),
    );
    this.name = 'ConfigError';
  }
}

const WEAK_DATABASE_PASSWORDS = new Set(['', 'postgres', 'password', 'gongqiao', 'admin', 'root']);

/** Reads the configuration of this process; throws a `ConfigError` that lists all that is wrong. */
export function loadEnv(raw: RawEnv = process.env): Env {
  const environment = environmentOf(raw);
  const problems: ConfigProblem[] = [];
  const values: Partial<Record<SettingName, unknown>> = {};
  const generated = generatedSecrets(environment, raw);

  for (const name of settingNames()) {
    const entry: Setting = settings[name];
    const text = effectiveText(name, raw, environment, generated);
    const parsed = entry.schema.safeParse(text);
    if (parsed.success && environment === 'production' && isDevelopmentDefault(entry, text)) {
      problems.push({ name, problem: 'must not be the default of development' });
    } else if (parsed.success) values[name] = parsed.data;
    else {
      const verb = text === undefined ? 'is missing: it must be' : 'must be';
      problems.push({ name, problem: `${verb} ${entry.expects}` });
    }
  }
  if (environment === 'production') problems.push(...productionProblems(values));
  if (problems.length > 0) throw new ConfigError(problems);
  // Each name of `settings` was parsed by its own schema above, or we have thrown.
  return values as Env;
}

/**
 * The environment with stand-ins for the servers that `npm start` would bring, for what needs the rest of
 * the configuration but no server: checking it, printing the schema, showing help.
 */
export function withoutServers(raw: RawEnv = process.env): RawEnv {
  if (environmentOf(raw) === 'production') return raw;
  return {
    ...raw,
    DATABASE_URL: given(raw, 'DATABASE_URL') ?? 'postgresql://nobody@127.0.0.1:9/nothing',
    MEILI_URL: given(raw, 'MEILI_URL') ?? 'http://127.0.0.1:9',
  };
}

/** Makes this process do without servers: what it loads from now on sees the stand-ins. */
export function setServersAside(): void {
  Object.assign(process.env, withoutServers());
}

export function settingNames(): readonly SettingName[] {
  return Object.keys(settings) as SettingName[];
}

export function environmentOf(raw: RawEnv): Environment {
  const parsed = settings.NODE_ENV.schema.safeParse(given(raw, 'NODE_ENV') ?? 'development');
  // An unknown environment is treated as the strictest one, and reported as wrong besides.
  return parsed.success ? parsed.data : 'production';
}

/** The text a setting takes: given, generated, or its fallback. An empty variable counts as unset. */
export function effectiveText(
  name: SettingName,
  raw: RawEnv,
  environment: Environment,
  generated: RawEnv,
): string | undefined {
  const derived = name === 'APP_ORIGIN' ? localOrigin(raw, environment) : undefined;
  return given(raw, name) ?? generated[name] ?? derived ?? fallbackOf(settings[name], environment);
}

/** What production must be told is not told by repeating what stands in for it elsewhere. */
function isDevelopmentDefault(entry: Setting, text: string | undefined): boolean {
  return (
    fallbackOf(entry, 'production') === undefined &&
    text !== undefined &&
    text === fallbackOf(entry, 'development')
  );
}

function given(raw: RawEnv, name: SettingName): string | undefined {
  const text = raw[name]?.trim();
  return text === '' ? undefined : text;
}

/** Outside production the portal is reached on this machine, on the port that is listened on. */
function localOrigin(raw: RawEnv, environment: Environment): string | undefined {
  const port = given(raw, 'PORT');
  return environment === 'production' || port === undefined || !/^\d{1,5}$/.test(port)
    ? undefined
    : `http://localhost:${port}`;
}

function generatedSecrets(environment: Environment, raw: RawEnv): RawEnv {
  if (environment === 'production') return {};
  const missing = settingNames().filter((name) => given(raw, name) === undefined);
  if (environment === 'test') return testSecrets(missing);
  const dataDir = given(raw, 'DATA_DIR') ?? fallbackOf(settings.DATA_DIR, environment) ?? '.data';
  return developmentSecrets(dataDir, missing);
}

/** Tests need the same keys in every process and none that anyone would use elsewhere. */
function testSecrets(names: readonly SettingName[]): RawEnv {
  return Object.fromEntries(
    names.map((name) => {
      const entry: Setting = settings[name];
      const bytes = (length: number): Buffer =>
        createHash('shake256', { outputLength: length }).update(`test ${name}`).digest();
      return [name, entry.generate?.(bytes)];
    }),
  );
}

function productionProblems(values: Partial<Record<SettingName, unknown>>): ConfigProblem[] {
  const problems: ConfigProblem[] = REQUIRED_IN_PRODUCTION.filter(
    (name) => name in values && values[name] === undefined,
  ).map((name) => ({
    name,
    problem: `is missing: it must be ${settings[name].expects} in production`,
  }));
  if (values.DEMO === true) {
    problems.push({ name: 'DEMO', problem: 'must be false in production' });
  }
  if (typeof values.APP_ORIGIN === 'string' && !values.APP_ORIGIN.startsWith('https:')) {
    problems.push({ name: 'APP_ORIGIN', problem: 'must be an https: address in production' });
  }
  if (typeof values.DATABASE_URL === 'string' && hasWeakPassword(values.DATABASE_URL)) {
    problems.push({
      name: 'DATABASE_URL',
      problem: 'must carry a password that is not a default one in production',
    });
  }
  return problems;
}

function hasWeakPassword(databaseUrl: string): boolean {
  return WEAK_DATABASE_PASSWORDS.has(decodeURIComponent(new URL(databaseUrl).password));
}
