import { z } from 'zod';
import { refuse } from '../../../core/validation/index.js';
import { contactErrors } from './contact.errors.js';
import { parseContact } from './contact.rules.js';

/** A contact as a person types it, in its one written form. */
export function contact() {
  return z.string().transform((raw, context) => {
    const parsed = parseContact(raw);
    if (parsed) return parsed;
    refuse(context, contactErrors.MALFORMED);
    return z.NEVER;
  });
}
