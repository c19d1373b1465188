import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import { requestContext } from '../context/index.js';
import { allowedFields, describeError, framesOf, type LogFields } from './log-fields.js';
import { scrub } from './scrub.js';

export interface LoggerOptions {
  readonly level: string;
  /** Which of our processes writes. */
  readonly service: string;
  readonly destination?: DestinationStream;
}

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** A write for each line costs a busy process a tenth of its time. What is worse than `info` is written at once. */
const BUFFER = { minLength: 4096, periodicFlush: 500 };
const AT_ONCE: ReadonlySet<Level> = new Set(['fatal', 'error', 'warn']);

/** Loggers of the framework that list every module and route at each start. */
const CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

/** One JSON object a line, with the request and the actor it belongs to. */
export function createPino({ level, service, destination }: LoggerOptions): Pino {
  return pino(
    {
      level,
      base: { service, pid: process.pid },
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const { requestId, actor } = requestContext();
        return {
          ...(requestId === 'none' ? {} : { requestId }),
          ...(actor.accountId === null ? {} : { actorId: actor.accountId }),
        };
      },
    },
    destination ?? pino.destination({ dest: 1, sync: false, ...BUFFER }),
  );
}

/**
 * Nest's logger written as JSON. `new Logger('Tasks').warn({ message, task, error })` keeps the fields of
 * the allow-list; of errors it keeps name, scrubbed message, code and stack frames.
 */
export class AppLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Writes what is still buffered; call before the process ends. */
  flush(): Promise<void> {
    return new Promise((resolve) => {
      this.pino.flush(() => {
        resolve();
      });
    });
  }

  private fieldsFrom(rest: readonly unknown[]): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (const extra of rest) {
      if (extra instanceof Error) fields.error = describeError(extra);
      else if (isFields(extra)) Object.assign(fields, allowedFields(extra));
      else if (typeof extra !== 'string') continue;
      else if (isStack(extra)) fields.error = { stack: framesOf(extra) };
      else fields.logger = extra;
    }
    return fields;
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const fields = this.fieldsFrom(rest);
    if (level === 'info' && CHATTER.has(String(fields.logger))) level = 'debug';
    if (message instanceof Error) {
      this.pino[level]({ ...fields, error: describeError(message) }, scrub(message.message));
    } else if (isFields(message)) {
      const text = typeof message.message === 'string' ? scrub(message.message) : '';
      this.pino[level]({ ...fields, ...allowedFields(message) }, text);
    } else {
      this.pino[level](fields, scrub(String(message)));
    }
    if (AT_ONCE.has(level)) this.pino.flush();
  }
}

/** Nest passes a stack as plain text behind the message; the name of the logger comes last. */
function isStack(text: string): boolean {
  return /\n\s+at /.test(text);
}

function isFields(value: unknown): value is LogFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
