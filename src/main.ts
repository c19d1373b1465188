import { setTimeout as pause } from 'node:timers/promises';
import { AppModule } from './app.module.js';
import { ProcessState } from './core/health/index.js';
import { createHttpApplication } from './core/http/index.js';
import { registerRequestLog } from './core/logging/index.js';
import {
  drainHttp,
  runProcess,
  shutDownInOrder,
  StartRefusedError,
  tellParent,
  type ProcessParts,
} from './core/process/index.js';
import { MatchWarmUp } from './modules/matching/index.js';

const DRAIN_MS = 10_000;
/** In production balancers need a moment to see that this process is no longer ready. */
const NOTICE_MS = 3000;

/** The API process: HTTP and GraphQL. */
async function serve({ config, logger }: ProcessParts): Promise<void> {
  const { HOST, PORT, TRUST_PROXY } = config.env;
  const app = await createHttpApplication(AppModule, {
    trustProxy: TRUST_PROXY,
    logger,
    abortOnError: false,
  });
  registerRequestLog(app.getHttpAdapter().getInstance());
  const state = app.get(ProcessState);
  const noticeMs = config.isProduction ? NOTICE_MS : 0;
  shutDownInOrder({
    logger,
    deadlineMs: noticeMs + DRAIN_MS + 5000,
    stop: async () => {
      state.beginStopping();
      await pause(noticeMs);
      await drainHttp(app.getHttpServer(), DRAIN_MS);
      await app.close();
    },
  });
  try {
    await app.listen(PORT, HOST);
  } catch (error) {
    throw refusedListening(error, HOST, PORT) ?? error;
  }
  logger.log(`Listening on ${await app.getUrl()}`, 'Process');
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : PORT;
  await tellParent({ kind: 'ready', port });
  await app.get(MatchWarmUp, { strict: false }).postings();
}

function refusedListening(error: unknown, host: string, port: number): StartRefusedError | null {
  const { code } = error as NodeJS.ErrnoException;
  const where = `${host}:${String(port)}`;
  const reasons: Readonly<Partial<Record<string, string>>> = {
    EADDRINUSE: `${where} is taken by another program: stop it, or choose another port with PORT.`,
    EACCES: `This account may not listen on ${where}: choose a PORT of 1024 or more.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: set HOST to one of its own.`,
  };
  const reason = code === undefined ? undefined : reasons[code];
  return reason === undefined ? null : new StartRefusedError(reason, { cause: error });
}

await runProcess({ service: 'api' }, serve);
