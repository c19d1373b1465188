import type { DestinationStream } from 'pino';
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
  /**
   * Someone at a keyboard waits for its answer, to which standard output belongs: only entries of this
   * level are shown, as plain text on standard error.
   */
  readonly interactive?: 'warn' | 'fatal';
}

export interface ProcessParts {
  readonly config: AppConfig;
  readonly logger: AppLogger;
}

const plainText: DestinationStream = {
  write(line) {
    const { level, message } = JSON.parse(line) as { level: string; message: string };
    process.stderr.write(`${level}: ${message}\n`);
  },
};

/** Reads the configuration, sets up the log and runs a process; what stops it is one clear text. */
export async function runProcess(
  { service, interactive }: ProcessKind,
  run: (parts: ProcessParts) => Promise<void>,
): Promise<void> {
  try {
    const config = new AppConfig(loadEnv());
    const logger =
      interactive === undefined
        ? new AppLogger(createPino({ level: config.env.LOG_LEVEL, service }))
        : new AppLogger(createPino({ level: interactive, service, destination: plainText }));
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
