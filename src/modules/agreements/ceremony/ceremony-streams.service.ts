import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { ActorResolver, type Actor, type Credentials } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { ProcessState } from '../../../core/health/index.js';
import { Alarm, LiveSignals, type EventStream } from '../../../core/live/index.js';
import { CeremonyBoardReader } from './ceremony-board.reader.js';
import { CeremonyReader } from './ceremony.reader.js';

/** Also without a signal the board is read this often; it is the heartbeat as well. */
const LOOK_MS = 5_000;
/** Screens one account may follow at a time on one process. */
const STREAMS_PER_ACCOUNT = 10;
const RETRY_SECONDS = 60;

export interface ScreenRequest {
  readonly actor: Actor;
  readonly credentials: Credentials;
  readonly ceremonyId: string;
  /** Mark of what the screen shows; null when it shows nothing yet. */
  readonly after: string | null;
}

/** Tells screens that the board of a ceremony has changed. What it shows they read again: nothing is said twice or lost. */
@Injectable()
export class CeremonyStreams implements OnModuleDestroy {
  private readonly logger = new Logger('Ceremonies');
  private readonly stopping = new AbortController();
  private readonly served = new Set<Promise<void>>();
  /** Answers of this process by account: keeps one account from taking all its connections. */
  private readonly open = new Map<string, number>();

  constructor(
    private readonly ceremonies: CeremonyReader,
    private readonly board: CeremonyBoardReader,
    private readonly signals: LiveSignals,
    private readonly actors: ActorResolver,
    private readonly process: ProcessState,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.served);
  }

  /** Answers until the screen leaves, its session ends or this process stops. */
  async serve(request: ScreenRequest, open: () => Promise<EventStream>): Promise<void> {
    const { actor, ceremonyId } = request;
    if (!(await this.ceremonies.find(actor, ceremonyId))) throw requestErrors.NOT_FOUND();
    const holder = actor.accountId ?? '';
    const held = this.open.get(holder) ?? 0;
    if (held >= STREAMS_PER_ACCOUNT)
      throw requestErrors.RATE_LIMITED({ params: { seconds: RETRY_SECONDS } });
    this.open.set(holder, held + 1);
    const served = this.answer(request, open).finally(() => {
      const left = (this.open.get(holder) ?? 1) - 1;
      if (left > 0) this.open.set(holder, left);
      else this.open.delete(holder);
    });
    this.served.add(served);
    try {
      await served;
    } finally {
      this.served.delete(served);
    }
  }

  private async answer(request: ScreenRequest, open: () => Promise<EventStream>): Promise<void> {
    const alarm = new Alarm();
    const unsubscribe = await this.signals.subscribe(request.ceremonyId, alarm.ring);
    try {
      const stream = await open();
      try {
        await this.follow(stream, request, alarm);
      } catch (error) {
        // The screen comes back and says what it shows.
        if (!stream.closed.aborted)
          this.logger.warn({ message: 'A live connection broke off', error });
      } finally {
        stream.end();
      }
    } finally {
      unsubscribe();
    }
  }

  private async follow(
    stream: EventStream,
    { actor, credentials, ceremonyId, after }: ScreenRequest,
    alarm: Alarm,
  ): Promise<void> {
    const stopped = AbortSignal.any([stream.closed, this.stopping.signal, this.process.stopping]);
    let shown = after;
    while (!stopped.aborted) {
      const viewer = await this.actors.resolve(credentials);
      if (viewer.accountId !== actor.accountId || viewer.sessionId !== actor.sessionId) return;
      if (!(await this.ceremonies.find(viewer, ceremonyId))) return;
      const mark = await this.board.markOf(ceremonyId);
      if (mark !== null && mark !== shown) {
        await stream.send({ event: 'changed', id: mark, data: {} });
        shown = mark;
      } else await stream.beat();
      await alarm.wait(LOOK_MS, stopped);
    }
  }
}
