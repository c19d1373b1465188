import type { Locale } from '../context/index.js';

/** Where a code goes: a mobile number as `+8613812341234`, or a mail address. */
export interface CodeReceiver {
  readonly kind: 'PHONE' | 'EMAIL';
  readonly value: string;
}

/**
 * Sends one-time codes. Called from task handlers. The code is a secret until it is used: it stands in no log and in no
 * task payload, and the caller keeps only its hash or its sealed form.
 */
export abstract class OneTimeCodeSender {
  /** Returns when the code is on its way; throws a `TerminalTaskError` when no further try can help. */
  abstract send(receiver: CodeReceiver, code: string, locale: Locale): Promise<void>;

  /** Whether codes can reach this kind of receiver in this installation. */
  abstract reaches(kind: CodeReceiver['kind']): boolean;
}
