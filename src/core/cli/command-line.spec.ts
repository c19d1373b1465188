import { requestContext } from '../context/index.js';
import { requestErrors } from '../errors/index.js';
import type { CliCommand, CliInput } from './cli-command.js';
import { runCommandLine } from './command-line.js';
import { textTable } from './text-table.js';

describe('the command line', () => {
  let lines: string[];
  let notes: string[];
  let seen: CliInput | null;
  beforeEach(() => {
    lines = [];
    notes = [];
    seen = null;
  });

  const importPostings: CliCommand = {
    name: 'import postings',
    description: 'Import job postings from a file.',
    arguments: [{ name: '<file>', description: 'The file.' }],
    options: [
      { flags: '--format <name>', description: 'Its format.', default: 'own' },
      { flags: '--dry-run', description: 'Change nothing.' },
    ],
    async run(input, output) {
      seen = input;
      output.line('done');
      return 3;
    },
  };
  const failing: CliCommand = {
    name: 'fail',
    description: 'Be refused.',
    run: () => Promise.reject(requestErrors.RATE_LIMITED({ params: { seconds: 5 } })),
  };
  const run = (...argv: string[]): Promise<number> =>
    runCommandLine([importPostings, failing], argv, {
      line: (text) => void lines.push(text),
      note: (text) => void notes.push(text),
    });

  it('runs a command of two words with its arguments and options and gives its exit code', async () => {
    expect(await run('import', 'postings', 'a.csv', '--format', 'it', '--dry-run')).toBe(3);
    expect(seen).toEqual({ args: ['a.csv'], options: { format: 'it', dryRun: true } });
    expect(lines).toEqual(['done']);
  });

  it('fills in defaults', async () => {
    await run('import', 'postings', 'a.csv');
    expect(seen?.options).toEqual({ format: 'own' });
  });

  it('lists every command with --help, and the options of one', async () => {
    expect(await run('--help')).toBe(0);
    expect(lines.join('\n')).toMatch(/import .*Commands about import/);
    expect(lines.join('\n')).toMatch(/fail .*Be refused\./);
    lines = [];
    expect(await run('import', 'postings', '--help')).toBe(0);
    expect(lines.join('\n')).toMatch(/--format <name> .*Its format\. \(default: "own"\)/);
  });

  it.each([
    [['import', 'postings'], "missing required argument 'file'"],
    [['unknown'], "unknown command 'unknown'"],
    [['import', 'postings', 'a', '--colour'], "unknown option '--colour'"],
  ])('refuses %j', async (argv, message) => {
    expect(await run(...argv)).toBe(1);
    expect(notes.join('\n')).toContain(message);
    expect(seen).toBeNull();
  });

  it('shows a refusal of the business as its text', async () => {
    expect(await run('fail')).toBe(1);
    expect(notes).toEqual(['REQUEST_RATE_LIMITED: 操作过于频繁，请在 5 秒后再试']);
  });

  it('acts as the system', async () => {
    let kind = '';
    const look: CliCommand = {
      name: 'look',
      description: 'Look.',
      async run() {
        kind = requestContext().actor.kind;
      },
    };
    await runCommandLine([look], ['look']);
    expect(kind).toBe('SYSTEM');
  });
});

describe('a table of text', () => {
  it('aligns all columns but the last', () => {
    expect(
      textTable([
        ['A', 'LONG', 'x'],
        ['BBB', 'C', 'yyyy'],
        ['D', '', ''],
      ]),
    ).toEqual(['A    LONG  x', 'BBB  C     yyyy', 'D']);
  });
});
