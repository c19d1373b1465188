import type { Actor } from './actor.js';

/** What a request brings along to say who sent it; the header values as they came. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  /** `Origin`: a cookie sent along by a page of another origin does not count. */
  readonly origin?: string | undefined;
  /** `Sec-Fetch-Site`: the same, as browsers themselves tell it. */
  readonly secFetchSite?: string | undefined;
}

/**
 * Tells who sends a request. Asked once per request and never cached, so a signed-out session, a disabled account or
 * a changed role acts on the very next one. Credentials that are unknown, ended or not to be trusted give `ANONYMOUS`.
 */
export abstract class ActorResolver {
  abstract resolve(credentials: Credentials): Promise<Actor>;
}
