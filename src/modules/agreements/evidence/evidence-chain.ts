import { hash as digest } from 'node:crypto';

/** One event in the life of an agreement, every column of it: what is not hashed could be changed unseen. */
export interface ChainedEvent {
  readonly id: string;
  readonly agreementId: string;
  /** 1 is the first of its agreement; no number is left out. */
  readonly sequence: number;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  /** Party the actor spoke for, by its place in the text. */
  readonly partyPosition: number | null;
  /** Masked: says whether two came from one place, not which one it was. */
  readonly networkAddress: string | null;
  /** SHA-256 of the text, or of the sealed file, that the event is about. */
  readonly documentHash: string | null;
  /** Canonical JSON of ids and codes. */
  readonly detail: string;
  readonly occurredAt: Date;
  readonly previousHash: string;
  readonly hash: string;
}

export type UnchainedEvent = Omit<ChainedEvent, 'previousHash' | 'hash'>;

/** What the first event of every agreement follows. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** `sha256(previous hash ‖ canonical JSON of the event)`, in hexadecimal. */
export function eventHash(previousHash: string, event: UnchainedEvent): string {
  return hashOf(previousHash, event, event.sequence);
}

function hashOf(previousHash: string, event: UnchainedEvent, sequence: number): string {
  const canonical = JSON.stringify([
    event.agreementId,
    sequence,
    event.id,
    event.kind,
    event.actorKind,
    event.actorId,
    event.partyPosition,
    event.networkAddress,
    event.documentHash,
    event.detail,
    event.occurredAt.toISOString(),
  ]);
  return digest('sha256', previousHash + canonical, 'hex');
}

export function chained(previousHash: string, event: UnchainedEvent): ChainedEvent {
  return { ...event, previousHash, hash: eventHash(previousHash, event) };
}

export type DetailValue = string | number | boolean | null | readonly string[];

/** One text for one value: keys in order, no blanks. */
export function canonicalDetail(detail: Readonly<Record<string, DetailValue>>): string {
  const entries = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
}

export type EventFault =
  /** It is not what was written. */
  | 'EDITED'
  /** It is gone, and later ones are still there. */
  | 'DELETED'
  /** Another event stands in its place, and it stands elsewhere. */
  | 'REORDERED'
  /** It and all after it are gone. */
  | 'TRUNCATED'
  /** The chain fits itself from here on, but is not the one that was sealed or published. */
  | 'REPLACED';

export interface BadEvent {
  readonly fault: EventFault;
  readonly sequence: number;
  /** What stands in its place; null where nothing does. */
  readonly eventId: string | null;
}

/** A hash that was fixed outside the events: in the seal, in a published head, or in the sealed file. */
export interface Anchor {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The first event of an agreement that is not as it was written, or null. `events` are all of the agreement in the order
 * of their numbers. With the hashes of every event, as a sealed file lists them, each stored event is told from the
 * others even when somebody recalculated the whole chain.
 */
export function firstBadEvent(
  events: readonly ChainedEvent[],
  anchors: readonly Anchor[],
): BadEvent | null {
  const fixed = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  const last = Math.max(0, ...fixed.keys());
  let previous = FIRST_PREVIOUS_HASH;
  for (const [index, event] of events.entries()) {
    const expected = index + 1;
    const isWhole =
      event.sequence === expected && event.hash === eventHash(event.previousHash, event);
    if (!isWhole) return outOfPlace(events, index, fixed);
    if (event.previousHash !== previous) return beforeOrHere(events, index, fixed);
    if ((fixed.get(expected) ?? event.hash) !== event.hash) {
      return notAsFixed(events, index, fixed);
    }
    previous = event.hash;
  }
  const next = events.length + 1;
  return last < next ? null : { fault: 'TRUNCATED', sequence: next, eventId: null };
}

/** The sealing itself is the event after the last one that the file lists. */
export function lostSealing(
  events: readonly ChainedEvent[],
  seal: { readonly eventSequence: number; readonly sha256: string },
): BadEvent | null {
  const sequence = seal.eventSequence + 1;
  const sealing = events[seal.eventSequence];
  if (!sealing) return { fault: 'TRUNCATED', sequence, eventId: null };
  return sealing.kind === 'SEALED' && sealing.documentHash === seal.sha256
    ? null
    : { fault: 'EDITED', sequence, eventId: sealing.id };
}

/** The event itself does not fit its number or its hash. */
function outOfPlace(
  events: readonly ChainedEvent[],
  index: number,
  fixed: ReadonlyMap<number, string>,
): BadEvent {
  const expected = index + 1;
  const here = events[index];
  const eventId = here?.id ?? null;
  const home = here ? homeOf(here, events.length, fixed) : null;
  if (home === expected) return { fault: 'EDITED', sequence: expected, eventId };
  if (home === null && here?.sequence === expected) {
    return { fault: 'EDITED', sequence: expected, eventId };
  }
  const isElsewhere = events.some(
    (event, other) => other !== index && homeOf(event, events.length, fixed) === expected,
  );
  return isElsewhere
    ? { fault: 'REORDERED', sequence: expected, eventId }
    : { fault: 'DELETED', sequence: expected, eventId: null };
}

/** Two neighbours that are whole by themselves do not follow each other: what comes after tells which one was changed. */
function beforeOrHere(
  events: readonly ChainedEvent[],
  index: number,
  fixed: ReadonlyMap<number, string>,
): BadEvent {
  const here = events[index];
  const vouched = events[index + 1]?.previousHash ?? fixed.get(index + 1);
  const isBefore = index > 0 && here !== undefined && vouched === here.hash;
  const at = isBefore ? index - 1 : index;
  return { fault: 'EDITED', sequence: at + 1, eventId: events[at]?.id ?? null };
}

/** The chain was calculated anew. Where all original hashes are known, they still tell what was done. */
function notAsFixed(
  events: readonly ChainedEvent[],
  index: number,
  fixed: ReadonlyMap<number, string>,
): BadEvent {
  const sequence = index + 1;
  const eventId = events[index]?.id ?? null;
  const isComplete = sequence === 1 || fixed.has(sequence - 1);
  if (!isComplete) return { fault: 'REPLACED', sequence, eventId };
  return outOfPlace(events, index, fixed);
}

/** The number under which an event was first written, as far as a hash still says so. */
function homeOf(
  event: ChainedEvent,
  count: number,
  fixed: ReadonlyMap<number, string>,
): number | null {
  const furthest = Math.max(count + 10, event.sequence, ...fixed.keys());
  for (let sequence = 1; sequence <= furthest; sequence += 1) {
    const before = sequence === 1 ? FIRST_PREVIOUS_HASH : fixed.get(sequence - 1);
    const original = fixed.get(sequence);
    if (before !== undefined && original === hashOf(before, event, sequence)) return sequence;
    if (event.hash === hashOf(event.previousHash, event, sequence)) {
      // Where the originals are known, one that was recalculated has no home of its own.
      if (original === undefined || original === event.hash) return sequence;
    }
  }
  return null;
}
