/** A value that can stand in a JSON document. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/**
 * What one module keeps about a person: its part of the person's own export, and its erasure. A provider that extends
 * this class is found by itself (see `PersonalData`), wherever its module stands.
 */
export abstract class PersonalDataSource {
  /** Name of its part in the exported document, in camelCase; one per source. */
  abstract readonly part: string;

  /** Everything kept about the account, readable by the person; null when there is nothing. */
  abstract exportFor(accountId: string): Promise<JsonValue>;

  /**
   * Removes or blanks every personal value of the account, within the unit of work that closes it. What the law wants
   * kept stays without the person in it. A `DomainError` refuses the closing as a whole.
   */
  abstract eraseFor(accountId: string): Promise<void>;
}
