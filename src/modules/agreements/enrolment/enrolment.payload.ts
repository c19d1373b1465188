import { requestContext } from '../../../core/context/index.js';
import { DomainError, errorCatalogue } from '../../../core/errors/index.js';
import type { UserError } from '../../../core/graphql/index.js';
import type { OrderClassPayload } from './enrolment.model.js';
import type { ClassOutcome } from './enrolment.service.js';

/** The outcome with its refusals in words, each at its place in the input. */
export function classPayload({ doneIds, refused }: ClassOutcome, field: string): OrderClassPayload {
  const { locale } = requestContext();
  const userErrors: UserError[] = refused.flatMap(({ index, code }) => {
    const entry = errorCatalogue[code];
    if (!entry) return [];
    const message = new DomainError(code, entry.category, entry).text(locale);
    return [{ code, field: [field, String(index)], message }];
  });
  return { enrolmentIds: [...doneIds], userErrors };
}
