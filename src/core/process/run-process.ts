import { AppConfig, ConfigError, loadEnv } from '../config/index.js';
import { AppLogger, createPino } from '../logging/index.js';
import { tellParent } from './parent.js';

/** Something outside the program is wrong and a person can put it right; only the message is shown. */
export class StartRefusedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartRefusedError';
  }
}

export interface ProcessKind {
  /** Its name in the log. */
  readonly service: string;
  /** Standard output belongs to its answers: it logs only what is wrong, to standard error. */
  readonly isInteractive?: boolean;
}

export interface ProcessParts {
  readonly config: AppConfig;
  readonly logger: AppLogger;
}

/** Reads the configuration, sets up the log and runs a process; what stops it is one clear text. */
export async function runProcess(
  { service, isInteractive = false }: ProcessKind,
  run: (parts: ProcessParts) => Promise<void>,
): Promise<void> {
  try {
    const config = new AppConfig(loadEnv());
    const logger = isInteractive
      ? new AppLogger(createPino({ level: 'warn', service, destination: process.stderr }))
      : new AppLogger(createPino({ level: config.env.LOG_LEVEL, service }));
    await run({ config, logger });
  } catch (error) {
    const isRefusal = error instanceof ConfigError || error instanceof StartRefusedError;
    const message = isRefusal
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
    process.stderr.write(`${message}\n`);
    if (isRefusal) await tellParent({ kind: 'refused', message });
    process.exit(1);
  }
}
