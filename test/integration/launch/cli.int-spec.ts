import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, launch, processesOf } from './launched.js';

const SECRET = 'Zq3vT8rWm1Lx6PbYc9KdHs2NfJg5Ea7U';

describe('npm run cli', () => {
  let dir: string;
  beforeAll(() => (dir = mkdtempSync(join(tmpdir(), 'gongqiao-cli-'))));
  afterEach(async () => {
    await eventually('nothing is left running', () => processesOf(dir).length === 0);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  async function run(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number | null; readonly text: string }> {
    const command = launch(['node', 'src/launch/bootstrap.mjs', 'cli', ...args], {
      DATA_DIR: dir,
      DATABASE_URL: '',
      MEILI_URL: '',
      ...env,
    });
    const code = await command.ended;
    return { code, text: command.output() };
  }

  it('lists every command, those of the modules too, without any server', async () => {
    const { code, text } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of [
      'check-config',
      'migrate',
      'print-schema',
      'seed',
      'verify-audit',
      'create-admin',
    ]) {
      expect(text).toMatch(new RegExp(`^  ${name} .*\\S`, 'm'));
    }
  }, 90_000);

  it('prints the settings without secrets and says that they are right', async () => {
    const { code, text } = await run(['check-config'], { SESSION_SECRET: SECRET });
    expect(code).toBe(0);
    expect(text).toMatch(/^SESSION_SECRET +set +\(secret\) /m);
    expect(text).toMatch(/^DATABASE_URL +embedded /m);
    expect(text).toContain('The configuration is right.');
    expect(text).not.toContain(SECRET);
  });

  it('fails when a setting is wrong', async () => {
    const { code, text } = await run(['check-config'], { PORT: 'ninety', SESSION_SECRET: 'short' });
    expect(code).toBe(1);
    expect(text).toContain('  PORT must be a port from 0 to 65535\n');
    expect(text).toContain('  SESSION_SECRET must be a random text of at least 32 characters');
  });

  it('brings servers up for a command that needs them, and takes them down after it', async () => {
    const { code, text } = await run(['migrate']);
    expect(code).toBe(0);
    expect(text).toMatch(/^0 migration\(s\) applied$/m);
  }, 90_000);

  it('refuses an unknown command', async () => {
    const { code, text } = await run(['nonsense']);
    expect(code).toBe(1);
    expect(text).toContain("error: unknown command 'nonsense'");
  }, 90_000);
});
