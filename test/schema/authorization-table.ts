import { z } from 'zod';
import type { RootField } from '../support/schema.js';

/** What becomes of a call: let through, refused by the access rule, or answered as if the object did not exist. */
const outcome = z.enum(['allowed', 'refused', 'notFound']);

const row = z.strictObject({
  /** Nobody signed in. */
  anonymous: outcome,
  /** Signed in, member of nothing. */
  signedIn: outcome,
  /** The right role, in an organisation (or account) the object does not belong to. */
  otherOrganisation: outcome,
  /** The right role where the object belongs. */
  own: outcome,
});
export const authorizationTable = z.record(z.string().regex(/^(Query|Mutation)\.\w+$/), row);
export type AuthorizationTable = z.output<typeof authorizationTable>;
export type Outcome = z.output<typeof outcome>;

/** Root fields without a row, rows without a root field, and rows that contradict the access rule. */
export function tableFaults(table: AuthorizationTable, roots: readonly RootField[]): string[] {
  const faults: string[] = [];
  const known = new Set(roots.map(({ name }) => name));
  for (const name of Object.keys(table))
    if (!known.has(name)) faults.push(`${name} is no root field`);
  for (const { name, rule } of roots) {
    const said = table[name];
    if (!said) {
      faults.push(`${name} has no row`);
      continue;
    }
    if ((said.anonymous === 'refused') !== (rule?.kind !== 'public'))
      faults.push(`${name}: anonymous cannot be ${said.anonymous}`);
    if ((said.signedIn === 'refused') !== (rule?.kind === 'permission'))
      faults.push(`${name}: signedIn cannot be ${said.signedIn}`);
    if (said.own !== 'allowed') faults.push(`${name}: own must be allowed for someone`);
  }
  return faults;
}
