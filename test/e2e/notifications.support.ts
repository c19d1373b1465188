import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { TestAccount } from '../factories/account.factory.js';
import type { TestApp } from '../support/app.js';

export const NOTICES = `query ($first: Int! = 20, $after: String, $unreadOnly: Boolean! = false) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node { id } }
    nodes { id kind title body createdAt readAt target { type id } }
  }
}`;
export const UNREAD = '{ unreadNotificationCount }';
export const MARK_READ = `mutation ($input: MarkNotificationsReadInput!) {
  markNotificationsRead(input: $input) { readIds unreadCount userErrors { code field } }
}`;
export const PREFERENCES = '{ notificationPreferences { kind channel isEnabled isChoosable } }';
export const SET_PREFERENCE = `mutation ($input: SetNotificationPreferenceInput!) {
  setNotificationPreference(input: $input) {
    preference { kind isEnabled isChoosable } userErrors { code field }
  }
}`;

export interface LiveEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client of live notices, as a browser would be. */
export class LiveClient {
  readonly events: LiveEvent[] = [];
  heartbeats = 0;
  private text = '';
  private hasEnded = false;
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly status: number,
    readonly headers: IncomingMessage['headers'],
    private readonly call: ClientRequest,
    response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.read(chunk));
    const end = (): void => {
      this.hasEnded = true;
      this.notify();
    };
    response.on('end', end);
    response.on('close', end);
    response.on('error', end);
  }

  static async connect(
    app: Pick<TestApp, 'url'>,
    as: TestAccount | { readonly headers: Readonly<Record<string, string>> } | null,
    lastEventId?: string,
    after?: string,
    path = '/events/notifications',
  ): Promise<LiveClient> {
    const own = as === null ? {} : 'token' in as ? bearer(as) : as.headers;
    const headers = {
      'accept-language': 'en',
      ...own,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    const url = new URL(path, await app.url());
    if (after !== undefined) url.searchParams.set('after', after);
    return new Promise((resolve, reject) => {
      const call = request(url, { headers, agent: false });
      call.on('error', reject);
      call.on('response', (response) => {
        resolve(new LiveClient(response.statusCode ?? 0, response.headers, call, response));
      });
      call.end();
    });
  }

  get isOpen(): boolean {
    return !this.hasEnded;
  }

  /** Until the condition holds; fails after the time. */
  async until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (!condition()) {
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) throw new Error(`Waited in vain; got ${JSON.stringify(this.events)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        const wake = (): void => {
          clearTimeout(timer);
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }

  close(): void {
    this.call.destroy();
  }

  private read(chunk: string): void {
    this.text += chunk;
    const blocks = this.text.split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) this.take(block);
    this.notify();
  }

  private take(block: string): void {
    if (block.startsWith(':')) {
      this.heartbeats += 1;
      return;
    }
    const fields = new Map(
      block.split('\n').map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)] as const;
      }),
    );
    const event = fields.get('event');
    if (event === undefined) return;
    this.events.push({
      event,
      id: fields.get('id') ?? null,
      data: JSON.parse(fields.get('data') ?? '{}') as Record<string, unknown>,
    });
  }

  private notify(): void {
    for (const wake of this.waiting) wake();
  }
}

const bearer = ({ token }: TestAccount): Record<string, string> => ({
  authorization: `Bearer ${token}`,
});
