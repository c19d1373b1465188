import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import jsYaml from 'js-yaml';
import { z } from 'zod';
import {
  loadEnv,
  settingNames,
  settings,
  withoutServers,
  type RawEnv,
} from '../../../src/core/config/index.js';
import type { Setting } from '../../../src/core/config/setting.js';
import { ROOT } from './launched.js';

const text = (name: string): string => readFileSync(join(ROOT, 'deploy', name), 'utf8');

const serviceShape = z.object({
  image: z.string(),
  build: z.unknown().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  ports: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  restart: z.string(),
  volumes: z.array(z.string()).optional(),
});
const { services, volumes } = z
  .object({
    services: z.record(z.string(), serviceShape),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(jsYaml.safeLoad(text('compose.yaml')));

const APPLICATION = ['prepare', 'api', 'worker'];
const SERVERS = ['postgres', 'meilisearch', 'valkey'];
const service = (name: string): z.output<typeof serviceShape> => {
  const found = services[name];
  if (found === undefined) throw new Error(`There is no service ${name}`);
  return found;
};

describe('the compose file', () => {
  it('has the application in three roles and the three servers', () => {
    expect(Object.keys(services).sort()).toEqual([...APPLICATION, ...SERVERS].sort());
  });

  it.each(APPLICATION)('gives %s only settings that exist', (name) => {
    const known: readonly string[] = settingNames();
    expect(Object.keys(service(name).environment).filter((key) => !known.includes(key))).toEqual(
      [],
    );
  });

  it.each(APPLICATION)('gives %s an environment that production accepts', (name) => {
    const given = {
      APP_ORIGIN: 'https://jobs.suzhou.example.cn',
      POSTGRES_PASSWORD: '6f1d9c27b85ea304',
      MEILI_MASTER_KEY: 'b85ea3046f1d9c27b85e',
      SESSION_SECRET: '6f1d9c27b85ea3046f1d9c27b85ea304',
      BLIND_INDEX_KEY: 'a3046f1d9c27b85e6f1d9c27b85ea304',
      FIELD_KEYS: `k1:${Buffer.from('6f1d9c27b85ea3046f1d9c27b85ea304').toString('base64')}`,
      EVIDENCE_KEY: Buffer.from('6f1d9c27b85ea3046f1d9c27b85ea304').toString('base64'),
      SMTP_URL: 'smtps://mail.suzhou.example.cn:465',
      MAIL_FROM: 'no-reply@jobs.suzhou.example.cn',
      OPERATOR_NAME: '苏州市公共就业服务中心',
      OPERATOR_CONTACT: '0512-12333',
    };
    const env = loadEnv(substituted(service(name).environment, given));
    expect(env.NODE_ENV).toBe('production');
    expect(env.DEMO).toBe(false);
    expect(env.REDIS_URL).toBe('redis://valkey:6379');
    expect(new URL(env.DATABASE_URL).hostname).toBe('postgres');
    expect(new URL(env.MEILI_URL).hostname).toBe('meilisearch');
  });

  it('demands every secret from the environment, without a default', () => {
    const names = settingNames().filter((name) => (settings[name] as Setting).secret === true);
    const secrets = [...names, 'POSTGRES_PASSWORD', 'MEILI_MASTER_KEY'];
    const loose = Object.entries(services).flatMap(([name, { environment }]) =>
      Object.entries(environment)
        .filter(([key]) => secrets.includes(key))
        .filter(([, value]) => !value.includes(':?') && !/^redis:\/\/valkey:\d+$/.test(value))
        .map(([key]) => `${name}: ${key}`),
    );
    expect(loose).toEqual([]);
    expect(text('compose.yaml')).not.toMatch(/\$\{(\w*(PASSWORD|SECRET|KEY|KEYS)):?-/);
  });

  it('pins every image to a version', () => {
    const images = Object.values(services).map(({ image }) => image);
    expect(
      images.filter(
        (image) =>
          !/:(v?\d+\.\d+(\.\d+)?[\w.-]*|\$\{GONGQIAO_VERSION:-\d+\.\d+\.\d+\})$/.test(image),
      ),
    ).toEqual([]);
    const [major = 0, minor = 0, patch = 0] = (service('meilisearch').image.split(':v')[1] ?? '')
      .split('.')
      .map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(1_043_001);
  });

  it('carries the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(service('api').image).toBe(`gongqiao:\${GONGQIAO_VERSION:-${version}}`);
  });

  it('publishes one port, the one the API listens on', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    const port = String(loadEnv(withoutServers({ NODE_ENV: 'test' })).PORT);
    expect(published).toEqual([`api \${PUBLISHED_PORTS:-${port}}:${port}`]);
    expect(text('Containerfile')).toContain(`EXPOSE ${port}\n`);
  });

  it('asks every long-running service how it is', () => {
    const running = Object.entries(services).filter(([, { restart }]) => restart !== 'no');
    expect(running.filter(([, { healthcheck }]) => healthcheck === undefined)).toEqual([]);
    expect(service('api').healthcheck?.test.join(' ')).toContain(':3000/health/ready');
  });

  it('has check programs that Node can parse', () => {
    for (const name of ['api', 'worker']) {
      const program = service(name).healthcheck?.test.at(-1) ?? '';
      expect(() => new Script(program)).not.toThrow();
    }
  });

  it('keeps the data of each server in a declared volume', () => {
    const used = SERVERS.map((name) => service(name).volumes?.[0]?.split(':')[0]);
    expect(used).toEqual(SERVERS);
    expect(Object.keys(volumes)).toEqual(SERVERS);
  });

  it('runs programs that a build makes', () => {
    const scripts = [...text('compose.yaml').matchAll(/dist\/(\w+)\.js/g)].map(([, name]) => name);
    expect([...new Set(scripts)].sort()).toEqual(['cli', 'main', 'worker']);
    for (const name of scripts) {
      expect(existsSync(join(ROOT, 'src', `${name ?? ''}.ts`))).toBe(true);
    }
  });
});

describe('the container file', () => {
  const lines = text('Containerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const instructions = lines.map((line) => /^([A-Z]+)\s+(.*)$/.exec(line)?.slice(1) ?? [line, '']);
  const all = (name: string): string[] =>
    instructions.filter(([word]) => word === name).map(([, rest = '']) => rest);

  it('consists of instructions', () => {
    const known = ['FROM', 'WORKDIR', 'ENV', 'COPY', 'RUN', 'USER', 'EXPOSE', 'STOPSIGNAL', 'CMD'];
    expect(instructions.filter(([word = '']) => !known.includes(word))).toEqual([]);
  });

  it('stands on one pinned Node 24', () => {
    const bases = all('FROM').map((rest) => rest.split(' ')[0]);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^docker\.io\/library\/node:24\.\d+\.\d+-bookworm-slim$/);
  });

  it('copies what exists, and only what was built into the last stage', () => {
    const copied = all('COPY').filter((rest) => !rest.startsWith('--from='));
    const missing = copied
      .flatMap((rest) => rest.split(/\s+/).slice(0, -1))
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
    const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
    expect(lastStage.filter((line) => /^COPY (?!--from=build)/.test(line))).toEqual([]);
  });

  it('does not run as root, and starts the API', () => {
    expect(all('USER')).toEqual(['node']);
    expect(all('CMD')).toEqual(['["node", "dist/main.js"]']);
  });

  it('names programs of installed packages', () => {
    const programs = all('RUN').flatMap((rest) => rest.match(/node_modules\/\S+\.js/g) ?? []);
    expect(programs).toHaveLength(2);
    expect(programs.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the instructions beside them', () => {
  it('name every variable that has no default, and nothing else', () => {
    const demanded = new Set(
      [...text('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name),
    );
    const block = /cat > \.env <<END\n([\s\S]*?)END/.exec(text('README.md'))?.[1] ?? '';
    const shown = [...block.matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
    expect(shown.sort()).toEqual([...demanded].sort());
  });
});

/** What compose makes of `${NAME:?…}` and `${NAME:-default}`. */
function substituted(environment: Record<string, string>, given: RawEnv): RawEnv {
  return Object.fromEntries(
    Object.entries(environment).map(([key, value]) => [
      key,
      value.replaceAll(
        /\$\{(\w+)(?::[?-]([^}]*))?\}/g,
        (whole, name: string, fallback: string | undefined) => {
          const text = given[name];
          if (text !== undefined) return text;
          if (whole.includes(':-')) return fallback ?? '';
          throw new Error(`${name} is demanded and not given`);
        },
      ),
    ]),
  );
}
