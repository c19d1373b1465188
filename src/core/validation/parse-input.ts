import { z } from 'zod';
import { inputErrors, type DomainError, type ErrorDetails } from '../errors/index.js';

type Issue = z.core.$ZodIssue;
type ErrorFactory = (details?: ErrorDetails) => DomainError;

/** Params of a custom issue that name the catalogued error it stands for. */
interface Refusal {
  readonly refusal: ErrorFactory;
  readonly params?: ErrorDetails['params'];
}

/**
 * Adds a catalogued refusal inside a zod check or transform:
 *
 *     .check((ctx) => { if (…) refuse(ctx, postingErrors.PAY_UPSIDE_DOWN); })
 */
export function refuse(
  context: { readonly value: unknown; issues: z.core.$ZodRawIssue[] },
  refusal: ErrorFactory,
  details: { params?: ErrorDetails['params']; path?: readonly string[] } = {},
): void {
  context.issues.push({
    code: 'custom',
    input: context.value,
    path: [...(details.path ?? [])],
    params: { refusal, params: details.params } satisfies Refusal,
    continue: false,
  });
}

/** The checked and normalised input; the first thing wrong with it is thrown as a catalogued error naming the field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (!issue) throw inputErrors.MALFORMED();
  throw refusalOf(issue, schema, input);
}

function refusalOf(issue: Issue, schema: z.ZodType, input: unknown): DomainError {
  const path = issue.path.map(String);
  const field = path.length > 0 ? path : undefined;
  const value = valueAt(input, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return (value ?? null) === null
        ? inputErrors.REQUIRED({ field })
        : inputErrors.MALFORMED({ field });
    case 'too_big':
    case 'too_small':
      return sizeRefusal(issue, schema, value, field);
    case 'not_multiple_of':
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return inputErrors.MALFORMED({ field });
    case 'unrecognized_keys':
      return inputErrors.MALFORMED({ field: [...path, ...issue.keys.slice(0, 1)] });
    case 'invalid_value':
      return (value ?? null) === null
        ? inputErrors.REQUIRED({ field })
        : inputErrors.MALFORMED({ field });
    case 'custom': {
      const { refusal, params } = (issue.params ?? {}) as Partial<Refusal>;
      return refusal ? refusal({ field, params }) : inputErrors.MALFORMED({ field });
    }
  }
}

function sizeRefusal(
  issue: Extract<Issue, { code: 'too_big' | 'too_small' }>,
  schema: z.ZodType,
  value: unknown,
  field: string[] | undefined,
): DomainError {
  const limit = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  const tooBig = issue.code === 'too_big';
  if (issue.origin === 'string') {
    if (tooBig) return inputErrors.TOO_LONG({ field, params: { max: limit } });
    if (value === '') return inputErrors.REQUIRED({ field });
    return inputErrors.TOO_SHORT({ field, params: { min: limit } });
  }
  if (issue.origin === 'array' || issue.origin === 'set' || issue.origin === 'map') {
    return tooBig
      ? inputErrors.TOO_MANY({ field, params: { max: limit } })
      : inputErrors.REQUIRED({ field });
  }
  const bounds = boundsAt(schema, issue.path);
  return inputErrors.OUT_OF_RANGE({
    field,
    params: {
      min: bounds.min ?? (tooBig ? '-∞' : limit),
      max: bounds.max ?? (tooBig ? limit : '∞'),
    },
  });
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** Both bounds of the number that the schema has at the path, because zod reports only the one that was passed. */
function boundsAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): { min: number | null; max: number | null } {
  let at: unknown = unwrap(schema);
  for (const key of path) {
    if (at instanceof z.ZodObject) at = unwrap((at.shape as Record<PropertyKey, unknown>)[key]);
    else if (at instanceof z.ZodArray) at = unwrap(at.element);
    else return { min: null, max: null };
  }
  if (!(at instanceof z.ZodNumber)) return { min: null, max: null };
  const finite = (bound: number | null): number | null =>
    bound !== null && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : null;
  return { min: finite(at.minValue), max: finite(at.maxValue) };
}

function unwrap(schema: unknown): unknown {
  let at = schema;
  while (
    at instanceof z.ZodOptional ||
    at instanceof z.ZodNullable ||
    at instanceof z.ZodDefault ||
    at instanceof z.ZodPipe
  ) {
    at = at instanceof z.ZodPipe ? at.in : at.unwrap();
  }
  return at;
}
