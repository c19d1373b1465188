/** Something the person at the keyboard can put right; its message is all that is shown. */
export class LaunchError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LaunchError';
  }
}

/** One clear text for anything that stops a command; the stack only for faults of our own. */
export function describeFailure(error: unknown): string {
  if (error instanceof LaunchError) return error.message;
  if (error instanceof Error && error.name === 'ConfigError') return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
