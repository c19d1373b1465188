import type { AppLogger } from '../logging/index.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface ShutdownOptions {
  readonly logger: AppLogger;
  /** After this the process ends, finished or not. */
  readonly deadlineMs: number;
  readonly stop: () => Promise<void>;
}

/**
 * Ends the process in order on a signal, when the process that started it is gone (its channel closes),
 * and at once on an error nobody caught: a process in an unknown state must not go on.
 */
export function shutDownInOrder({ logger, deadlineMs, stop }: ShutdownOptions): void {
  let isStopping = false;
  const end = (code: number): void => {
    void logger.flush().then(() => process.exit(code));
  };
  const begin = (reason: string): void => {
    if (isStopping) return;
    isStopping = true;
    logger.log(`Stopping: ${reason}`, 'Process');
    setTimeout(() => {
      logger.warn('Not everything stopped in time', 'Process');
      end(1);
    }, deadlineMs).unref();
    stop().then(
      () => {
        logger.log('Stopped', 'Process');
        end(0);
      },
      (error: unknown) => {
        logger.error(error, 'Process');
        end(1);
      },
    );
  };
  for (const signal of SIGNALS) process.on(signal, () => begin(signal));
  process.on('disconnect', () => begin('the launcher is gone'));
  const fail = (error: unknown): void => {
    logger.fatal(error, 'Process');
    end(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}
