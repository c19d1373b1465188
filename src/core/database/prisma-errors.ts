import { DomainError } from '../errors/index.js';

/** What PostgreSQL said, whichever way the error came. */
interface Refusal {
  readonly sqlState: string;
  readonly constraint: string | null;
}

/** Codes of Prisma that mean one SQLSTATE, for errors that carry nothing better. */
const PRISMA_CODES: Readonly<Record<string, string>> = {
  P2002: '23505',
  P2003: '23503',
  P2011: '23502',
  P2034: '40001',
};
/** Neither a code of Prisma (P2002) nor of Node (EPIPE, E2BIG). */
const SQLSTATE = /^(?:\d\w{4}|F0\d{3}|HV\w{3}|P0\d{3}|XX\d{3})$/;
const CONSTRAINT = /"((?:uq|ck|ex|fk|pk|ix)_\w+)"/;
const DEEPEST = 6;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
const isSqlState = (code: string): boolean => SQLSTATE.test(code);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Five shapes reach us: the driver's own error (hand-written SQL), Prisma's errors with the adapter's inside `meta`
 * (P2002, P2010, P2039 …), the adapter's error by itself (most failures at COMMIT, with no code at all), Prisma's
 * bare P2034, and any of them as the cause of another error. A `DomainError` is an answer, not looked into.
 */
function refusalOf(error: unknown, depth = 0): Refusal | null {
  if (depth > DEEPEST || error instanceof DomainError) return null;
  const fields = fieldsOf(error);
  const meta = fieldsOf(fields.meta);
  for (const inside of [meta.driverAdapterError, fields.cause]) {
    const refusal = refusalOf(inside, depth + 1);
    if (refusal) return refusal;
  }
  const code = textOf(fields.originalCode) ?? textOf(fields.code) ?? '';
  const state = [code, textOf(meta.code) ?? ''].find(isSqlState) ?? PRISMA_CODES[code];
  if (state === undefined) return null;
  const message = textOf(fields.originalMessage) ?? textOf(fields.message) ?? '';
  return { sqlState: state, constraint: constraintOf(fields, message) };
}

/** The adapter keeps the name of unique constraints only; the others stand quoted in the message. */
function constraintOf(fields: Fields, message: string): string | null {
  const { constraint } = fields;
  return (
    textOf(constraint) ??
    textOf(fieldsOf(constraint).index) ??
    CONSTRAINT.exec(message)?.[1] ??
    null
  );
}

/** SQLSTATE of the refused statement, or null when the error is not PostgreSQL's. */
export function sqlState(error: unknown): string | null {
  return refusalOf(error)?.sqlState ?? null;
}

/** Name of the constraint a write ran into, where PostgreSQL told it. */
export function violatedConstraint(error: unknown): string | null {
  return refusalOf(error)?.constraint ?? null;
}

function violates(error: unknown, wanted: string, constraint: string | undefined): boolean {
  const refusal = refusalOf(error);
  if (refusal?.sqlState !== wanted) return false;
  return constraint === undefined || refusal.constraint === constraint;
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return violates(error, '23505', constraint);
}

export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return violates(error, '23514', constraint);
}

export function isExclusionViolation(error: unknown, constraint?: string): boolean {
  return violates(error, '23P01', constraint);
}

/** Also true for `ON DELETE RESTRICT`, which has an SQLSTATE of its own. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return violates(error, '23503', constraint) || violates(error, '23001', constraint);
}

/** Two transactions stood in each other's way: doing the same again may well succeed. */
export function isSerializationFailure(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/** Waited too long for a lock, or ran too long: somebody else is busy, trying later may help. */
export function isTimeout(error: unknown): boolean {
  const state = sqlState(error);
  return state === '55P03' || state === '57014';
}
