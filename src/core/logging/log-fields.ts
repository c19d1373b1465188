import { scrub } from './scrub.js';

/**
 * The fields a log entry may carry. Everything else is dropped, so that a careless `{ ...input }` never
 * writes down a person. A new field is added here when its values can never be about one.
 */
const ALLOWED = new Set([
  'requestId',
  'actorId',
  'task',
  'taskId',
  'listener',
  'queue',
  'schedule',
  'attempt',
  'event',
  'eventId',
  'operation',
  'operationType',
  'method',
  'route',
  'status',
  'durationMs',
  'code',
  'sqlState',
  'constraint',
  'count',
  'runs',
  'rows',
  'bytes',
  'index',
  'indexUid',
  'taskUid',
  'version',
  'port',
  'pid',
  'service',
  'state',
  'step',
  'command',
  'seeder',
  'subjectType',
  'subjectId',
  'retryInMs',
  'lagMs',
]);

export type LogFields = Readonly<Record<string, unknown>>;

/** Keeps the allowed fields; an error under `error`, `err` or `cause` becomes a scrubbed `error`. */
export function allowedFields(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Error) kept.error = describeError(value);
    else if (ALLOWED.has(name) && isScalar(value)) {
      kept[name] = typeof value === 'string' ? scrub(value) : value;
    }
  }
  return kept;
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}

export interface ErrorEntry {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: ErrorEntry;
}

const MAX_CAUSES = 4;

/** Name, message, code, frames and causes of an error, without what may be about a person. */
export function describeError(error: Error, depth = 0): ErrorEntry {
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: framesOf(error.stack ?? ''),
    ...(error.cause instanceof Error && depth < MAX_CAUSES
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

/** Only where it happened: the first line of a stack repeats the message. */
export function framesOf(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 20).join('\n');
}
