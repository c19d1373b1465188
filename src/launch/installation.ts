import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { loadEnv, withoutServers, type Env } from '../core/config/index.js';
import type { DemoLogIn } from '../core/seeding/index.js';
import { LaunchError } from './launch-error.js';
import { migrateDatabase } from './migrate-database.js';
import { inRoot } from './paths.js';
import { bringServers, reachQueue, type Servers } from './servers.js';
import type { Steps } from './steps.js';
import { SupervisedProcess } from './supervised-process.js';

const script = (name: string): string => fileURLToPath(new URL(`../${name}.js`, import.meta.url));

export interface Opened {
  readonly port: number;
  readonly demoLogIns: readonly DemoLogIn[];
}

/** Everything that `npm start` starts, and stops again. */
export class Installation {
  private servers: Servers | null = null;
  private processes: readonly SupervisedProcess[] = [];
  private isStopping = false;

  constructor(
    private readonly steps: Steps,
    private readonly raw: NodeJS.ProcessEnv,
  ) {}

  async open(onLost: () => void): Promise<Opened> {
    const env = await this.steps.run('Settings', () => this.checkSettings());
    const servers = bringServers({ env, raw: this.raw });
    this.servers = servers;
    servers.onLost(onLost);
    await this.steps.run('PostgreSQL', () => servers.postgres);
    await this.steps.run('Meilisearch', () => servers.meilisearch);
    await reachQueue(env.REDIS_URL);
    const childEnv = { ...this.raw, NODE_ENV: env.NODE_ENV, ...(await servers.env) };
    await this.steps.run(
      'Database schema',
      () => migrateDatabase(childEnv.DATABASE_URL),
      (count) => (count === 0 ? 'up to date' : `${String(count)} migrations`),
    );
    this.refuseWhenStopping();
    return this.startProcesses(env, childEnv);
  }

  /** The processes first, while their servers still answer; then the servers. */
  async close(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.servers?.release();
  }

  /** For someone who does not want to wait: the processes end at once, the servers in order. */
  kill(): void {
    for (const process of this.processes) process.kill();
  }

  private async checkSettings(): Promise<Env> {
    const env = loadEnv(withoutServers(this.raw));
    await refuseTakenPort(env);
    return env;
  }

  /** The worker loads what is missing while the API comes up beside it. */
  private async startProcesses(env: Env, childEnv: NodeJS.ProcessEnv): Promise<Opened> {
    const say = (text: string): void => {
      this.steps.note(text);
    };
    const common = { env: childEnv, say };
    const logFile = (name: string): string => inRoot(env.DATA_DIR, 'logs', `${name}.log`);
    let seeded = (_logIns: readonly DemoLogIn[]): void => undefined;
    const loaded = new Promise<readonly DemoLogIn[]>((resolve) => (seeded = resolve));
    const worker = new SupervisedProcess({
      ...common,
      name: 'worker',
      script: script('worker'),
      args: ['--seed'],
      logFile: logFile('worker'),
      onMessage: (message) => {
        if (message.kind === 'note') this.steps.note(message.text);
        if (message.kind === 'seeded') seeded(message.demoLogIns);
      },
    });
    const api = new SupervisedProcess({
      ...common,
      name: 'API',
      script: script('main'),
      logFile: logFile('api'),
    });
    this.processes = [api, worker];
    const started = Promise.all([api.start(), worker.start()]);
    const what = env.DEMO ? 'Code tables and demo data' : 'Code tables';
    const demoLogIns = await this.steps.run(what, () =>
      Promise.race([loaded, started.then(() => loaded)]),
    );
    const [{ port }] = await this.steps.run('API and worker', () => started);
    for (const process of this.processes) process.keepAlive();
    return { port: port ?? env.PORT, demoLogIns };
  }

  private refuseWhenStopping(): void {
    if (this.isStopping) throw new LaunchError('Stopped before it was up.');
  }
}

/** Found out before anything is started: the API would say the same a minute later. */
function refuseTakenPort({ HOST, PORT }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const where = `${HOST}:${String(PORT)}`;
      const reasons: Readonly<Partial<Record<string, string>>> = {
        EADDRINUSE: `Port ${String(PORT)} is taken by another program: stop it, or choose another one: PORT=${String(PORT + 1)} npm start`,
        EACCES: `This account may not listen on ${where}: choose a PORT of 1024 or more.`,
      };
      const known = reasons[error.code ?? ''];
      const text =
        known ??
        `Cannot listen on ${where} (${error.code ?? error.message}): correct HOST and PORT.`;
      reject(new LaunchError(text, { cause: error }));
    });
    probe.listen(PORT, HOST, () => probe.close(() => resolve()));
  });
}
