import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { MatchRunListing } from './match-run-listing.service.js';
import { MatchRunReader, type MatchRun } from './match-run.reader.js';
import { MatchRunRepository } from './match-run.repository.js';
import { shareSeats, workOnChunk } from './match-run.tasks.js';
import { MatchRunWork } from './match-run-work.service.js';

/** How long to wait for what others work on before looking again. */
const PAUSE_MS = 200;

export interface CompleteOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((run: MatchRun) => void) | undefined;
}

export type MatchRunOutcome = Pick<
  MatchRun,
  'version' | 'peopleCount' | 'listedCount' | 'recommendationCount'
>;

/** Runs over everybody from their beginning to their end, whoever does the work in between. */
@Injectable()
export class MatchRunService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: MatchRunRepository,
    private readonly reader: MatchRunReader,
    private readonly work: MatchRunWork,
    private readonly listing: MatchRunListing,
    private readonly tasks: TaskQueue,
  ) {}

  /** Begins a run, or joins the one under way, and hands out its tasks; `again` has another follow it. */
  async start({ again = false } = {}): Promise<void> {
    await this.handOut(await this.beginOrJoin(again));
  }

  /** Hands out what is left of the run under way, if there is one. */
  async resume(): Promise<void> {
    const run = await this.reader.findUnderWay();
    if (run) await this.handOut(run.id);
  }

  /** One piece of work that was handed out; when it was the last of its kind, the next kind is handed out. */
  async workOnChunk(matchRunId: string, chunk: number, signal?: AbortSignal): Promise<void> {
    const run = await this.reader.find(matchRunId);
    if (run?.state === 'SCORING') await this.work.scoreChunk(run, chunk, { signal });
    if (run?.state === 'LISTING') {
      this.work.forget();
      await this.listing.writeChunk(run, chunk);
    }
    if (await this.advance(matchRunId)) await this.handOut(matchRunId);
  }

  async share(matchRunId: string, signal?: AbortSignal): Promise<void> {
    const run = await this.reader.find(matchRunId);
    if (run?.state === 'SHARING' && (await this.work.share(run, { signal })))
      await this.handOut(matchRunId);
  }

  /**
   * Begins a run, or joins the one under way, and works on it in this process until it is done, beside whoever else does.
   */
  async complete({ signal, onProgress }: CompleteOptions = {}): Promise<MatchRunOutcome> {
    const id = await this.beginOrJoin(false);
    for (;;) {
      signal?.throwIfAborted();
      const run = await this.reader.find(id);
      if (!run) throw new Error('The run is gone');
      onProgress?.(run);
      if (run.state === 'DONE') return run;
      const isDone = await this.workOn(run, signal);
      const isAdvanced = await this.advance(id);
      if (!isDone && !isAdvanced) await pause(PAUSE_MS);
    }
  }

  /** One piece of work; false when others are at all there is. */
  private async workOn(run: MatchRun, signal?: AbortSignal): Promise<boolean> {
    if (run.state === 'SHARING') return this.work.share(run, { signal });
    const isScoring = run.state === 'SCORING';
    for (const chunk of await this.reader.openChunks(run.id, isScoring ? 'scored' : 'written')) {
      const isDone = isScoring
        ? await this.work.scoreChunk(run, chunk, { signal })
        : await this.listing.writeChunk(run, chunk);
      if (isDone) return true;
    }
    return false;
  }

  private async beginOrJoin(again: boolean): Promise<string> {
    for (;;) {
      const begun = await this.uow.run(() => this.runs.insert());
      if (begun !== null) return begun;
      const run = await this.reader.findUnderWay();
      if (!run) continue;
      if (again) await this.uow.run(() => this.runs.wantAgain(run.id));
      return run.id;
    }
  }

  /** Whether it was this call that brought the run to its next state. */
  private async advance(id: string): Promise<boolean> {
    if (await this.uow.run(() => this.runs.beginSharing(id))) return true;
    // The run that is wanted after this one begins with its end, or a kill in between would lose it.
    const { isEnded, next } = await this.uow.run(async () => {
      const isEnded = await this.runs.end(id);
      const isWanted = isEnded && (await this.reader.find(id))?.isWantedAgain === true;
      return { isEnded, next: isWanted ? await this.runs.insert() : null };
    });
    if (next !== null) await this.handOut(next);
    return isEnded;
  }

  private async handOut(id: string): Promise<void> {
    if (await this.advance(id)) return this.handOut(id);
    const run = await this.reader.find(id);
    if (!run || run.state === 'DONE') return;
    if (run.state === 'SHARING') {
      await this.tasks.enqueue(
        shareSeats,
        { matchRunId: id },
        { deduplicationId: `match-run-${id}` },
      );
      return;
    }
    const step = run.state === 'SCORING' ? 'scored' : 'written';
    await this.tasks.enqueueMany(
      workOnChunk,
      (await this.reader.openChunks(id, step)).map((chunk) => ({
        payload: { matchRunId: id, chunk },
        deduplicationId: `match-run-${id}-${step}-${chunk}`,
      })),
    );
  }
}
