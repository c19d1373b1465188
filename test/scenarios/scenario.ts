import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';

/**
 * A root list, filled with a given number of rows, so that its SQL statements can be counted. Each module exports
 * `scenarios: ListScenario[]` from `test/scenarios/<module>.scenarios.ts`, one for each of its root lists.
 */
export interface ListScenario {
  /** Root field, for example `organisations`. */
  readonly field: string;
  /** Takes the list with its relations, as a page of the portal would. */
  readonly query: string;
  /** Makes exactly `rows` rows visible to whoever asks, in an empty database with the code tables. */
  prepare(app: TestApp, rows: number): Promise<Prepared>;
}

export interface Prepared {
  readonly as?: As;
  readonly variables?: object;
  /** Rows the list will have, where a spec cannot make them; null: as many as the national code table has there. */
  readonly expected?: number | null;
}
