import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { ActorResolver, type Actor, type Credentials } from '../../core/auth/index.js';
import { Ids, isUuid } from '../../core/clock/index.js';
import { requestContext } from '../../core/context/index.js';
import { requestErrors } from '../../core/errors/index.js';
import { ProcessState } from '../../core/health/index.js';
import { Alarm, LiveSignals, type EventStream } from '../../core/live/index.js';
import { actingAccount } from '../organisations/index.js';
import { NotificationStreamRepository } from './notification-stream.repository.js';
import { NotificationWriter } from './notification-writer.service.js';
import { NotificationReader } from './notification.reader.js';

const HEARTBEAT_MS = 20_000;
/** A place outlives two heartbeats that did not come. */
const PLACE_MS = 3 * HEARTBEAT_MS;
const BATCH = 50;

export interface StreamRequest {
  readonly actor: Actor;
  readonly credentials: Credentials;
  /** The last notice the client has, or the cursor it was given with its data; null when it begins anew. */
  readonly after: string | null;
}

/** Live notices. A stream holds nothing but a place in the account's notices; everything else is read again. */
@Injectable()
export class NotificationStreams implements OnModuleDestroy {
  private readonly logger = new Logger('Notifications');
  private readonly stopping = new AbortController();
  private readonly served = new Set<Promise<void>>();

  constructor(
    private readonly reader: NotificationReader,
    private readonly writer: NotificationWriter,
    private readonly places: NotificationStreamRepository,
    private readonly signals: LiveSignals,
    private readonly actors: ActorResolver,
    private readonly process: ProcessState,
    private readonly ids: Ids,
  ) {}

  /** Ends every answer and waits until each has given its place back. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.served);
  }

  /** Answers until the client leaves, the session ends or this process stops. Refused when there are too many. */
  async serve(request: StreamRequest, open: () => Promise<EventStream>): Promise<void> {
    const served = this.answer(request, open);
    this.served.add(served);
    try {
      await served;
    } finally {
      this.served.delete(served);
    }
  }

  private async answer(request: StreamRequest, open: () => Promise<EventStream>): Promise<void> {
    const accountId = actingAccount(request.actor);
    const holderId = this.ids.next();
    if (!(await this.places.claim(accountId, holderId, PLACE_MS)))
      throw requestErrors.RATE_LIMITED({ params: { seconds: PLACE_MS / 1_000 } });
    const alarm = new Alarm();
    let unsubscribe = (): void => undefined;
    try {
      unsubscribe = await this.signals.subscribe(accountId, alarm.ring);
      const stream = await open();
      try {
        await this.follow(stream, request, { accountId, holderId, alarm });
      } catch (error) {
        // The client comes back and continues after the last notice it has.
        if (!stream.closed.aborted)
          this.logger.warn({ message: 'A live connection broke off', error });
      } finally {
        stream.end();
      }
    } finally {
      unsubscribe();
      await this.places.release(accountId, holderId);
    }
  }

  private async follow(
    stream: EventStream,
    request: StreamRequest,
    { accountId, holderId, alarm }: { accountId: string; holderId: string; alarm: Alarm },
  ): Promise<void> {
    const stopped = AbortSignal.any([stream.closed, this.stopping.signal, this.process.stopping]);
    let position = await this.startOf(stream, accountId, request.after);
    let beatAt = performance.now() + HEARTBEAT_MS;
    while (!stopped.aborted) {
      const actor = await this.actors.resolve(request.credentials);
      if (actor.accountId !== accountId || actor.sessionId !== request.actor.sessionId) return;
      position = await this.sendAfter(stream, actor, position);
      await alarm.wait(Math.max(0, beatAt - performance.now()), stopped);
      if (performance.now() < beatAt) continue;
      if (!(await this.places.renew(accountId, holderId, PLACE_MS))) return;
      await stream.beat();
      beatAt = performance.now() + HEARTBEAT_MS;
    }
  }

  private async startOf(
    stream: EventStream,
    accountId: string,
    after: string | null,
  ): Promise<bigint> {
    if (after === null) return this.reader.lastPosition(accountId);
    const position = isUuid(after)
      ? await this.reader.positionOf(accountId, after)
      : await this.reader.positionOfCursor(accountId, after);
    if (position !== null) return position;
    // What it has is gone: it cannot know what it missed, and has to read the list anew.
    const now = await this.reader.lastPosition(accountId);
    await stream.send({ event: 'reset', data: {} });
    return now;
  }

  private async sendAfter(stream: EventStream, actor: Actor, from: bigint): Promise<bigint> {
    let position = from;
    for (;;) {
      const rows = await this.reader.listAfter(actingAccount(actor), position, BATCH);
      const notices = await this.writer.write(actor, requestContext().locale, rows);
      for (const { id, kind, title, body, createdAt, target, position: place } of notices) {
        if (stream.closed.aborted) return position;
        const data = { id, kind, title, body, createdAt: createdAt.toISOString(), target };
        await stream.send({ event: 'notification', id, data });
        position = place;
      }
      if (rows.length < BATCH) return position;
    }
  }
}
