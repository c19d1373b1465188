import { Field, ID, ObjectType } from '@nestjs/graphql';
import { requestContext } from '../../../core/context/index.js';
import { DomainError, errorCatalogue } from '../../../core/errors/index.js';
import { Payload, type UserError } from '../../../core/graphql/index.js';
import { Affiliation } from './affiliation.model.js';
import type { BulkOutcome } from './student-decisions.service.js';

@ObjectType({ description: 'An affiliation after a change.' })
export class AffiliationPayload extends Payload {
  @Field(() => Affiliation, {
    nullable: true,
    description: 'The affiliation; null when refused.',
  })
  affiliation?: Affiliation | null;
}

@ObjectType({
  description:
    'What became of each of many affiliations. `userErrors` names those that were refused by their place in the input; the others were carried out.',
})
export class AffiliationDecisionsPayload extends Payload {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of those that were carried out; null when the input as a whole was refused.',
  })
  doneIds?: string[] | null;
}

/** The outcome with its refusals in words. */
export function decisionsPayload({ doneIds, refused }: BulkOutcome): AffiliationDecisionsPayload {
  const { locale } = requestContext();
  const userErrors: UserError[] = refused.flatMap(({ index, code }) => {
    const entry = errorCatalogue[code];
    if (!entry) return [];
    const message = new DomainError(code, entry.category, entry).text(locale);
    return [{ code, field: ['affiliationIds', String(index)], message }];
  });
  return { doneIds: [...doneIds], userErrors };
}
