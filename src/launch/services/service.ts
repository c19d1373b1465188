/** A server that belongs to this checkout. */
export interface Service<Address> {
  /** Starts it, or takes over the one an earlier run left behind; resolves when it answers. */
  start(): Promise<Address>;
  stop(): Promise<void>;
}

export interface DatabaseAddress {
  readonly url: string;
}

export interface SearchAddress {
  readonly url: string;
  readonly masterKey: string;
}
