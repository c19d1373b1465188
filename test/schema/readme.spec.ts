import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliCommands, checkConfigCommand, migrateCommand } from '../../src/core/cli/index.js';
import { configMarkdown } from '../../src/core/config/config-table.js';
import { DEMO_PASSWORD, DEMO_PLAYERS } from '../../src/modules/demo/demo-log-ins.js';
import { DemoSeeder } from '../../src/modules/demo/demo.seeder.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { Selected } from '../support/client.js';

const ROOT = resolve(import.meta.dirname, '../..');
const README = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
const PACKAGE = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** Tools of PostgreSQL itself, used where they are installed. */
const TOOLS = ['pg_dump', 'pg_restore'];

interface Block {
  readonly language: string;
  readonly person: string;
  readonly text: string;
}

function blocks(): Block[] {
  return [...README.matchAll(/^ *```(\w+)(?: (\w+))?\n([\s\S]*?)^ *```$/gm)].map((match) => ({
    language: match[1] ?? '',
    person: match[2] ?? '',
    text: match[3] ?? '',
  }));
}

const commands = blocks()
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.split('\n').map((line) => line.trim()))
  .filter((line) => line !== '');
/** Also those that stand within the sentences. */
const mentioned = [...README.matchAll(/`(np[mx] [^`]+)`/g)].map((match) =>
  (match[1] ?? '').replaceAll(/\s+/g, ' '),
);
const tour = blocks().filter(({ language }) => language === 'graphql');

describe('the README', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('has the table of settings that check-config prints', () => {
    expect(README).toContain(`\n${configMarkdown()}\n`);
  });

  it('names only commands that exist, with options they have', () => {
    const contributed = app.get(CliCommands).all();
    const known = [checkConfigCommand, migrateCommand, ...contributed];
    const isKnown = (words: readonly string[]): boolean => {
      const command = known.find(({ name }) => ` ${words.join(' ')} `.startsWith(` ${name} `));
      const flags = words.filter((word) => word.startsWith('--'));
      // print-schema stands outside the application, which it has to make itself.
      if (command === undefined) return words[0] === 'print-schema';
      return flags.every((flag) =>
        command.options?.some((option) => option.flags.startsWith(flag)),
      );
    };
    const unknown = [...commands, ...mentioned].filter((line) => {
      const [program, verb = '', name = '', ...rest] = line.split(' ');
      if (program === 'npx') return verb !== 'prisma';
      if (program !== 'npm') return !TOOLS.includes(program ?? '');
      if (verb !== 'run') return !(verb in PACKAGE.scripts) && verb !== 'install';
      if (!(name in PACKAGE.scripts)) return true;
      const words = rest.filter((word) => word !== '--');
      if (name === 'bench') return !existsSync(resolve(ROOT, `bench/${words[0] ?? ''}.ts`));
      return name === 'cli' && !isKnown(words);
    });
    expect(unknown).toEqual([]);
    expect(commands).toContain('npm start');
    expect(commands.length >= 15).toBe(true);
  });

  it('links to files that exist', () => {
    const links = [...README.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(resolve(ROOT, link)))).toEqual([]);
  });

  it('shows a tour that ends with a hired graduate', async () => {
    await app.get(DemoSeeder).run(() => undefined);
    await app.settle();
    const tokens = new Map<string, string>();
    for (const { part, identifier } of DEMO_PLAYERS) {
      const { data } = await app.gql(
        `mutation ($contact: String!, $password: String!) {
          signIn(input: { contact: $contact, password: $password, channel: API }) { token }
        }`,
        { contact: identifier, password: DEMO_PASSWORD },
      );
      tokens.set(part, data.signIn.token as string);
    }
    const known: Record<string, unknown> = {
      contact: DEMO_PLAYERS[0]?.identifier,
      password: DEMO_PASSWORD,
      ...daysFromNow(),
    };
    let said: Selected = {};
    for (const { person, text } of tour) {
      const names = [
        ...(/\(([^)]*)\)/.exec(text.split('{')[0] ?? '')?.[1] ?? '').matchAll(/\$(\w+)/g),
      ];
      const variables = Object.fromEntries(
        names.map(([, name = '']) => [name, name === 'key' ? randomUUID() : known[name]]),
      );
      const token = tokens.get(person);
      const answer = await app.gql(text, variables, token === undefined ? {} : { as: token });
      expect({ text, errors: answer.errors, refusals: refusalsIn(answer.data) }).toEqual({
        text,
        errors: undefined,
        refusals: [],
      });
      collectIds(answer.data, known);
      said = { ...said, ...answer.data };
      await app.settle();
    }
    expect(said.onboardApplicant.application.state).toBe('ONBOARDED');
    expect(said.unreadNotificationCount).toBe(said.notifications.nodes.length);
    expect(tour).toHaveLength(11);
  }, 120_000);
});

/** Dates that the variables of the tour ask for. */
function daysFromNow(): Record<string, string> {
  const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return {
    startsAt: at(2),
    endsAt: at(2.02),
    answerDueAt: at(5),
    startOn: at(14).slice(0, 10),
    startedOn: today,
  };
}

/** Refusals of every mutation in the answer. */
function refusalsIn(data: Selected): unknown[] {
  return Object.values(data).flatMap((field) => {
    const payload = field as { userErrors?: unknown[] } | null;
    return payload?.userErrors ?? [];
  });
}

/** Ids under the names that the answer gives them (`applicationId: id`); of several the first. */
function collectIds(
  value: unknown,
  known: Record<string, unknown>,
  seen = new Set<string>(),
): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    if (/^\w+Id$/.test(name) && typeof inner === 'string' && !seen.has(name)) {
      known[name] = inner;
      seen.add(name);
    } else collectIds(inner, known, seen);
  }
}
