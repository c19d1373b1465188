import type { Locale } from '../context/index.js';

/**
 * Port for a provider of text messages (for example a carrier's or a cloud's). None is built in: each wants a contract,
 * a signature and templates approved for the operator. To connect one, extend this class and provide it as `SmsGateway`
 * from a global module; it is then used for every code to a phone.
 *
 * What an implementation owes: a time-out below 10 s; a `TerminalTaskError` for numbers refused for good and any other
 * error for what may work later; the provider's own idempotency key, if it has one, set to `deliveryId`; neither number
 * nor code in logs or errors.
 */
export abstract class SmsGateway {
  abstract sendCode(message: {
    /** `+86` and eleven digits. */
    readonly phone: string;
    readonly code: string;
    readonly locale: Locale;
    /** The same at every try of the same message. */
    readonly deliveryId: string;
  }): Promise<void>;
}
