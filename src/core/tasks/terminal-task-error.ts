/** Thrown by a handler for what no further try can change: the task is parked at once. */
export class TerminalTaskError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TerminalTaskError';
  }
}
