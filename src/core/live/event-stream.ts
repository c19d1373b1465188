import type { ServerResponse } from 'node:http';

/** How long a client waits before it connects again. */
const RETRY_MS = 3_000;

export interface StreamEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: object;
}

/** One answer of server-sent events. Writes wait for slow readers instead of piling up. */
export class EventStream {
  private readonly controller = new AbortController();

  constructor(private readonly response: ServerResponse) {
    response.on('close', () => this.controller.abort());
    response.on('error', () => this.controller.abort());
  }

  /** Aborts when the other side is gone or `end` was called. */
  get closed(): AbortSignal {
    return this.controller.signal;
  }

  async open(
    headers: Readonly<Record<string, string | number | readonly string[]>>,
  ): Promise<void> {
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    await this.write(`retry: ${RETRY_MS}\n\n`);
  }

  send({ event, id, data }: StreamEvent): Promise<void> {
    const lines = [`event: ${event}`, `data: ${JSON.stringify(data)}`];
    if (id !== undefined) lines.unshift(`id: ${id}`);
    return this.write(`${lines.join('\n')}\n\n`);
  }

  /** Says that the connection lives, also to what stands in between. */
  beat(): Promise<void> {
    return this.write(': heartbeat\n\n');
  }

  end(): void {
    this.controller.abort();
    this.response.end();
  }

  private async write(text: string): Promise<void> {
    if (this.closed.aborted || this.response.write(text)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.response.off('drain', done);
        this.closed.removeEventListener('abort', done);
        resolve();
      };
      this.response.on('drain', done);
      this.closed.addEventListener('abort', done);
    });
  }
}

/** Remembers one wake-up until somebody waits for it. */
export class Alarm {
  private isRung = false;
  private resolve: (() => void) | null = null;

  readonly ring = (): void => {
    this.isRung = true;
    this.resolve?.();
  };

  /** Until it rings, the time is over or the signal aborts. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.isRung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.resolve = (): void => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener('abort', this.resolve, { once: true });
      });
      if (this.resolve) signal.removeEventListener('abort', this.resolve);
      this.resolve = null;
    }
    this.isRung = false;
  }
}
