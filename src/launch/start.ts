import { describeFailure } from './launch-error.js';
import { Installation, type Opened } from './installation.js';
import { Steps } from './steps.js';

const STEP_COUNT = 6;
/** One Ctrl-C can reach us twice, by the terminal and by the first process; a later one is a new wish. */
const SAME_WISH_MS = 2000;

function write(text: string): void {
  process.stdout.write(text);
}

function announce({ port, demoLogIns }: Opened, seconds: string): void {
  const base = `http://localhost:${String(port)}`;
  const lines = [
    '',
    `Gongqiao is up (${seconds} s).`,
    '',
    `  Portal               ${base}/`,
    `  GraphQL              ${base}/graphql`,
    `  GraphiQL             ${base}/graphiql`,
    `  Mail and codes       ${base}/dev/messages`,
    ...(demoLogIns.length === 0 ? [] : ['', '  Demo log-ins']),
    ...demoLogIns.map(
      ({ role, identifier, password }) => `    ${identifier}  ${password}  ${role}`,
    ),
    '',
    'Ctrl-C stops everything.',
    '',
  ];
  write(lines.join('\n'));
}

async function main(): Promise<void> {
  const since = performance.now();
  const installation = new Installation(new Steps(STEP_COUNT), process.env);
  let stopping: { readonly at: number; readonly done: Promise<never> } | null = null;
  const stop = (exitCode: number): Promise<never> => {
    if (stopping !== null) {
      if (performance.now() - stopping.at > SAME_WISH_MS) installation.kill();
      return stopping.done;
    }
    const done = installation
      .close()
      .catch((error: unknown) => {
        process.stderr.write(`${describeFailure(error)}\n`);
      })
      .then(() => process.exit(exitCode));
    stopping = { at: performance.now(), done };
    return done;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping === null) write('\nStopping …\n');
      void stop(0);
    });
  }
  process.on('disconnect', () => void stop(0));
  try {
    const opened = await installation.open(() => {
      if (stopping !== null) return;
      write('The embedded servers ended unexpectedly (see services.log in the data folder).\n');
      void stop(1);
    });
    announce(opened, ((performance.now() - since) / 1000).toFixed(1));
  } catch (error) {
    if (stopping === null) process.stderr.write(`${describeFailure(error)}\n`);
    await stop(1);
  }
}

await main();
