import { z } from 'zod';
import { inputErrors } from '../errors/index.js';
import { refuse } from './parse-input.js';

export interface TextLimits {
  /** Fewest code points after trimming; 1 unless said. */
  readonly min?: number;
  /** Most code points after trimming. */
  readonly max: number;
  /** Whether line breaks and tabs are allowed. */
  readonly multiline?: boolean;
}

/** Control characters, and the marks that turn the direction of the text around a reader. */
const INVISIBLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const INVISIBLE_BESIDES_LINE_BREAKS = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** Trims, composes (NFC) and unifies line breaks, so that equal texts are stored equally. */
export function normaliseText(raw: string): string {
  return raw.replaceAll('\r\n', '\n').normalize('NFC').trim();
}

/** The normalised text; what is wrong with it becomes an issue of the check that runs. */
function checkText(
  raw: string,
  { min = 1, max, multiline = false }: TextLimits,
  context: z.core.$RefinementCtx,
): string {
  if (!raw.isWellFormed()) {
    refuse(context, inputErrors.MALFORMED);
    return z.NEVER;
  }
  const value = normaliseText(raw);
  const length = [...value].length;
  if ((multiline ? INVISIBLE_BESIDES_LINE_BREAKS : INVISIBLE).test(value))
    refuse(context, inputErrors.CONTROL_CHARACTERS);
  else if (length > max) refuse(context, inputErrors.TOO_LONG, { params: { max } });
  else if (length === 0 && min > 0) refuse(context, inputErrors.REQUIRED);
  else if (length < min) refuse(context, inputErrors.TOO_SHORT, { params: { min } });
  return value;
}

/**
 * Text a person typed: normalised, without control characters and broken surrogates, measured in code points
 * (so one Chinese character or emoji counts once).
 */
export function text(limits: TextLimits) {
  return z.string().transform((raw, context) => checkText(raw, limits, context));
}

/** Text that may be absent: left out stays left out (unchanged), null or blank clears. */
export function optionalText(limits: TextLimits) {
  return z
    .string()
    .nullish()
    .transform((raw, context) => {
      if (raw === null || raw === undefined) return raw;
      if (raw.isWellFormed() && normaliseText(raw) === '') return null;
      return checkText(raw, limits, context);
    })
    .optional();
}

/** The id of a record: a UUID, in lower case. */
export function recordId() {
  return z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i)
    .toLowerCase();
}
