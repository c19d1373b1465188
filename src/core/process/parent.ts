import type { DemoLogIn } from '../seeding/index.js';

/** What a process tells the launcher that started it. */
export type ChildMessage =
  | { readonly kind: 'ready'; readonly port?: number }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'seeded';
      readonly ran: readonly string[];
      readonly demoLogIns: readonly DemoLogIn[];
    }
  /** It cannot run, and trying again would not help; the text says what to do. */
  | { readonly kind: 'refused'; readonly message: string };

/** Speaks to the launcher, if there is one; resolves when the message is on its way. */
export function tellParent(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });
}
