import { Injectable } from '@nestjs/common';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import { AgreementSealRepository } from './agreement-seal.repository.js';
import { EventHeadsRepository } from './event-heads.repository.js';
import { firstBadEvent, type BadEvent, type ChainedEvent } from './evidence-chain.js';

export interface BadChain extends BadEvent {
  readonly agreementId: string;
}

export interface AllEventsVerdict {
  readonly eventCount: number;
  readonly agreementCount: number;
  readonly bad: readonly BadChain[];
}

const BATCH = 20_000;
/** As many as a report can name. */
const MAX_BAD = 10_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Walks the chains of all agreements against their seals and the daily heads. */
@Injectable()
export class AllEventsVerifier {
  constructor(
    private readonly events: AgreementEventsRepository,
    private readonly seals: AgreementSealRepository,
    private readonly heads: EventHeadsRepository,
  ) {}

  async verifyAll(onProgress?: (eventCount: number) => void): Promise<AllEventsVerdict> {
    const bad: BadChain[] = [];
    let [eventCount, agreementCount] = [0, 0];
    let place = { agreementId: BEFORE_ALL, sequence: 0 };
    let open: ChainedEvent[] = [];
    for (;;) {
      const batch = await this.events.listAfter(place, BATCH);
      eventCount += batch.length;
      onProgress?.(eventCount);
      const isLast = batch.length < BATCH;
      const chains = chainsOf([...open, ...batch]);
      // The last chain may go on in the next batch.
      open = isLast ? [] : (chains.pop() ?? []);
      agreementCount += chains.length;
      bad.push(...(await this.badAmong(chains)));
      const end = batch.at(-1);
      if (isLast || !end || bad.length >= MAX_BAD) break;
      place = { agreementId: end.agreementId, sequence: end.sequence };
    }
    for (const agreementId of await this.heads.withoutEvents(MAX_BAD)) {
      bad.push({ agreementId, fault: 'TRUNCATED', sequence: 1, eventId: null });
    }
    return { eventCount, agreementCount, bad };
  }

  private async badAmong(chains: readonly ChainedEvent[][]): Promise<BadChain[]> {
    const ids = chains.flatMap(([first]) => first?.agreementId ?? []);
    const [inHeads, inSeals] = [await this.heads.anchorsOf(ids), await this.seals.anchorsOf(ids)];
    return chains.flatMap((chain) => {
      const agreementId = chain[0]?.agreementId ?? '';
      const sealed = inSeals.get(agreementId);
      const anchors = [...(inHeads.get(agreementId) ?? []), ...(sealed ? [sealed] : [])];
      const found = firstBadEvent(chain, anchors);
      return found ? [{ ...found, agreementId }] : [];
    });
  }
}

function chainsOf(events: readonly ChainedEvent[]): ChainedEvent[][] {
  const chains: ChainedEvent[][] = [];
  let current: ChainedEvent[] = [];
  for (const event of events) {
    if (current[0]?.agreementId !== event.agreementId) chains.push((current = []));
    current.push(event);
  }
  return chains;
}
