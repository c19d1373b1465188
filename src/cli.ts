import { writeFile } from 'node:fs/promises';
import {
  checkConfigCommand,
  CliCommands,
  migrateCommand,
  runCommandLine,
  type CliCommand,
} from './core/cli/index.js';
import { setServersAside } from './core/config/index.js';
import type { AppLogger } from './core/logging/index.js';
import { runProcess, shutDownInOrder } from './core/process/index.js';

// The application is loaded only by commands that need it: reading it takes longer than most others run.

const printSchemaCommand: CliCommand = {
  name: 'print-schema',
  description: 'Print the GraphQL schema of the real application.',
  options: [{ flags: '--out <file>', description: 'Write it to a file instead.' }],
  async run({ options }, output) {
    const { GraphQLSchemaHost } = await import('@nestjs/graphql');
    const { AppModule } = await import('./app.module.js');
    const { schemaText } = await import('./core/graphql/index.js');
    const { createHttpApplication } = await import('./core/http/index.js');
    const app = await createHttpApplication(AppModule, { logger: false, abortOnError: false });
    try {
      await app.init();
      const text = schemaText(app.get(GraphQLSchemaHost).schema);
      if (typeof options.out === 'string') await writeFile(options.out, text);
      else output.line(text.trimEnd());
    } finally {
      await app.close();
    }
  },
};

const verifyEvidenceCommand: CliCommand = {
  name: 'verify evidence',
  description:
    'Check the evidence of an agreement, as a party has it from the platform, without the platform: signature, file and every event. Exit code 0: intact, 1: broken, 2: no evidence, or the key is not known.',
  arguments: [{ name: '<file>', description: 'The downloaded evidence (JSON).' }],
  options: [
    {
      flags: '--keys <file>',
      description:
        "Public keys as the platform publishes them (/evidence/keys.json); the file's own when absent.",
    },
  ],
  async run({ args: [path = ''], options }, output) {
    const { verifyBundleFile } = await import('./modules/agreements/index.js');
    return verifyBundleFile(path, typeof options.keys === 'string' ? options.keys : null, output);
  },
};

const STANDALONE = [checkConfigCommand, migrateCommand, printSchemaCommand, verifyEvidenceCommand];

/** Commands that need the application around them: all that modules contribute. */
async function runContributed(argv: readonly string[], logger: AppLogger): Promise<number> {
  const { NestFactory } = await import('@nestjs/core');
  const { WorkerModule } = await import('./worker.module.js');
  const context = await NestFactory.createApplicationContext(WorkerModule, {
    logger,
    abortOnError: false,
  });
  let closing: Promise<void> | undefined;
  const stop = (): Promise<void> => (closing ??= context.close());
  shutDownInOrder({ logger, deadlineMs: 15_000, stop });
  try {
    return await runCommandLine([...STANDALONE, ...context.get(CliCommands).all()], argv);
  } finally {
    await stop();
  }
}

async function main(argv: readonly string[]): Promise<void> {
  const [first = '--help'] = argv;
  const standalone = STANDALONE.find(({ name }) => `${argv.join(' ')} `.startsWith(`${name} `));
  if (standalone !== undefined) {
    if (standalone === printSchemaCommand) setServersAside();
    process.exitCode = await runCommandLine([standalone], argv);
    return;
  }
  const wantsHelp = first === '--help' || first === 'help' || argv.includes('--help');
  if (wantsHelp) setServersAside();
  const interactive = wantsHelp ? 'fatal' : 'warn';
  await runProcess({ service: 'cli', interactive }, async ({ logger }) => {
    process.exitCode = await runContributed(argv.length === 0 ? ['--help'] : argv, logger);
  });
}

await main(process.argv.slice(2));
// Whoever reads the answer may be slower than we are.
await new Promise((resolve) => process.stdout.write('', resolve));
// The channel to the launcher and pools that close lazily would keep a finished command alive.
process.exit();
