import { z } from 'zod';
import type { RootField } from '../support/schema.js';

/**
 * What becomes of a call: let through, refused by the access rule, or answered as if the record did not exist;
 * `none` where the call names no record.
 */
const outcome = z.enum(['allowed', 'refused', 'notFound', 'none']);

/**
 * Whose call it is: nobody's; of someone signed in who is a member of nothing; of someone with the right role in an
 * organisation (or account) the record does not belong to; of someone with the right role where it belongs; of anybody,
 * about a record that does not exist.
 */
export const COLUMNS = ['anonymous', 'signedIn', 'otherOrganisation', 'own', 'unknown'] as const;

export const authorizationTable = z.strictObject({
  columns: z.tuple([
    z.literal('anonymous'),
    z.literal('signedIn'),
    z.literal('otherOrganisation'),
    z.literal('own'),
    z.literal('unknown'),
  ]),
  /** Root fields the walk cannot exercise, with the spec that does: a file and the title of the test in it. */
  exercisedBy: z.record(
    z.string(),
    z.strictObject({ file: z.string(), test: z.string(), reason: z.string() }),
  ),
  rows: z.record(
    z.string().regex(/^(Query|Mutation)\.\w+$/),
    z.tuple([outcome, outcome, outcome, outcome, outcome]),
  ),
});
export type AuthorizationRows = z.output<typeof authorizationTable>['rows'];
export type Outcome = z.output<typeof outcome>;

/** Root fields without a row, rows without a root field, and rows that contradict the access rule. */
export function tableFaults(rows: AuthorizationRows, roots: readonly RootField[]): string[] {
  const faults: string[] = [];
  const known = new Set(roots.map(({ name }) => name));
  for (const name of Object.keys(rows))
    if (!known.has(name)) faults.push(`${name} is no root field`);
  for (const { name, rule } of roots) {
    const row = rows[name];
    if (!row) {
      faults.push(`${name} has no row`);
      continue;
    }
    const [anonymous, signedIn, otherOrganisation, own, unknown] = row;
    if ((anonymous === 'refused') !== (rule?.kind !== 'public'))
      faults.push(`${name}: anonymous cannot be ${anonymous}`);
    if ((signedIn === 'refused') !== (rule?.kind === 'permission'))
      faults.push(`${name}: signedIn cannot be ${signedIn}`);
    if (own !== 'allowed') faults.push(`${name}: own must be allowed for someone`);
    if (unknown === 'refused') faults.push(`${name}: unknown cannot be refused`);
    if (otherOrganisation === 'none') faults.push(`${name}: otherOrganisation cannot be none`);
  }
  return faults;
}
