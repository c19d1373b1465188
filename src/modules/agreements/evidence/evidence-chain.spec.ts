import {
  canonicalDetail,
  chained,
  eventHash,
  FIRST_PREVIOUS_HASH,
  firstBadEvent,
  type Anchor,
  type ChainedEvent,
  type UnchainedEvent,
} from './evidence-chain.js';

const AGREEMENT = '01900000-0000-7000-8000-000000000001';

function event(sequence: number, over: Partial<UnchainedEvent> = {}): UnchainedEvent {
  return {
    id: `01900000-0000-7000-8000-1${String(sequence).padStart(11, '0')}`,
    agreementId: AGREEMENT,
    sequence,
    kind: sequence % 2 ? 'OPENED' : 'SIGNED',
    actorKind: 'ACCOUNT',
    actorId: '01900000-0000-7000-8000-000000000002',
    partyPosition: sequence % 3,
    networkAddress: '203.0.113.*',
    documentHash: 'a'.repeat(64),
    detail: canonicalDetail({ step: sequence }),
    occurredAt: new Date(Date.UTC(2026, 10, 22, 8, 0, sequence)),
    ...over,
  };
}

function chain(events: readonly UnchainedEvent[]): ChainedEvent[] {
  const made: ChainedEvent[] = [];
  for (const each of events) {
    made.push(chained(made.at(-1)?.hash ?? FIRST_PREVIOUS_HASH, each));
  }
  return made;
}

const COUNT = 7;
const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);
const original = chain(numbers.map((n) => event(n)));
const all: Anchor[] = original.map(({ sequence, hash }) => ({ sequence, hash }));
const lastOnly = all.slice(-1);

const at = (events: readonly ChainedEvent[], sequence: number): ChainedEvent => {
  const found = events[sequence - 1];
  if (!found) throw new RangeError(`There is no event ${String(sequence)}`);
  return found;
};
const renumbered = (events: readonly ChainedEvent[]): ChainedEvent[] =>
  events.map((each, index) => ({ ...each, sequence: index + 1 }));
/** As somebody would who owns the database and knows how hashes are made. */
const recalculated = (events: readonly ChainedEvent[]): ChainedEvent[] => chain(renumbered(events));
const without = (sequence: number): ChainedEvent[] =>
  original.filter((each) => each.sequence !== sequence);
const edited = (sequence: number): ChainedEvent[] =>
  original.map((each) => (each.sequence === sequence ? { ...each, kind: 'DECLINED' } : each));
const swapped = (one: number, other: number): ChainedEvent[] => {
  const events = [...original];
  events[one - 1] = at(original, other);
  events[other - 1] = at(original, one);
  return renumbered(events);
};

const verdict = (events: readonly ChainedEvent[], anchors: readonly Anchor[]): string => {
  const bad = firstBadEvent(events, anchors);
  return bad ? `${bad.fault} ${String(bad.sequence)}` : 'intact';
};

describe('eventHash', () => {
  it('is the same for the same event, for ever', () => {
    expect(eventHash(FIRST_PREVIOUS_HASH, event(1))).toBe(
      '1db551e002d9e14fbdabb3def138d690ec8ed83ff2e28b5f496d267fb6ec4311',
    );
  });

  it.each([
    { id: 'x' },
    { agreementId: 'x' },
    { sequence: 9 },
    { kind: 'x' },
    { actorKind: 'x' },
    { actorId: null },
    { partyPosition: null },
    { networkAddress: null },
    { documentHash: null },
    { detail: '{}' },
    { occurredAt: new Date(0) },
  ])('changes with %j', (over) => {
    expect(eventHash(FIRST_PREVIOUS_HASH, event(1, over))).not.toBe(
      eventHash(FIRST_PREVIOUS_HASH, event(1)),
    );
  });
});

describe('canonicalDetail', () => {
  it('does not depend on the order of the keys', () => {
    expect(canonicalDetail({ b: 1, a: ['x'] })).toBe('{"a":["x"],"b":1}');
    expect(canonicalDetail({ a: ['x'], b: 1 })).toBe('{"a":["x"],"b":1}');
  });
});

describe('firstBadEvent', () => {
  it('finds nothing in a chain that nobody touched', () => {
    expect(verdict(original, all)).toBe('intact');
    expect(verdict(original, lastOnly)).toBe('intact');
    expect(verdict([], [])).toBe('intact');
  });

  it.each(numbers)('names event %i as edited', (n) => {
    expect(verdict(edited(n), [])).toBe(`EDITED ${String(n)}`);
    expect(verdict(edited(n), all)).toBe(`EDITED ${String(n)}`);
  });

  it.each(numbers)('names event %i as edited, its own hash made to fit', (n) => {
    const events = edited(n).map((each) =>
      each.sequence === n ? chained(each.previousHash, each) : each,
    );
    const expected = `EDITED ${String(n)}`;
    expect(verdict(events, all)).toBe(expected);
    if (n < COUNT) expect(verdict(events, lastOnly)).toBe(expected);
  });

  it.each(numbers)('names event %i as edited although all after it was recalculated', (n) => {
    expect(verdict(recalculated(edited(n)), all)).toBe(`EDITED ${String(n)}`);
    expect(verdict(recalculated(edited(n)), lastOnly)).toBe(`REPLACED ${String(COUNT)}`);
  });

  it.each(numbers.slice(0, -1))('names event %i as deleted, with or without a gap', (n) => {
    const expected = `DELETED ${String(n)}`;
    expect(verdict(without(n), [])).toBe(expected);
    expect(verdict(without(n), all)).toBe(expected);
    expect(verdict(renumbered(without(n)), [])).toBe(expected);
    expect(verdict(renumbered(without(n)), all)).toBe(expected);
    expect(verdict(recalculated(without(n)), all)).toBe(expected);
  });

  it.each(numbers.slice(0, -1))('names event %i as moved, recalculated or not', (n) => {
    const expected = `REORDERED ${String(n)}`;
    expect(verdict(swapped(n, COUNT), [])).toBe(expected);
    expect(verdict(swapped(n, COUNT), all)).toBe(expected);
    expect(verdict(recalculated(swapped(n, COUNT)), all)).toBe(expected);
  });

  it.each(numbers)('names event %i as the first that was cut off', (n) => {
    const expected = `TRUNCATED ${String(n)}`;
    expect(verdict(original.slice(0, n - 1), all)).toBe(expected);
    expect(verdict(original.slice(0, n - 1), lastOnly)).toBe(expected);
  });

  it('does not take an event of another agreement for one of this', () => {
    const other = chain([
      event(1, { agreementId: 'other' }),
      ...numbers.slice(1).map((n) => event(n)),
    ]);
    const events = [at(other, 1), ...original.slice(1)].map((each) => ({
      ...each,
      agreementId: AGREEMENT,
    }));
    expect(verdict(events, all)).toBe('EDITED 1');
  });

  it('takes events after the last fixed one as they are', () => {
    const longer = chain([...numbers, COUNT + 1].map((n) => event(n)));
    expect(verdict(longer, all)).toBe('intact');
  });
});
