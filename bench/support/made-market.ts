import type { AllocationInput } from '../../src/modules/matching/allocation/allocation-market.js';
import { seededDraws } from '../../src/modules/matching/allocation/lottery.js';
import type { BareMarket } from './bare-deferred-acceptance.js';

/** Generated: a seat for nearly everybody, a tenth of the postings wished for by nearly half, no two ranks alike. */
export function madeMarket(peopleCount: number, postingCount: number, wishes: number): BareMarket {
  const draw = seededDraws(`made ${peopleCount}`);
  const posting = new Int32Array(peopleCount * wishes);
  const rank = new Int32Array(peopleCount * wishes);
  const popular = Math.max(wishes, Math.floor(postingCount / 10));
  for (let person = 0; person < peopleCount; person++) {
    const named = new Set<number>();
    while (named.size < wishes) named.add(draw(2) === 0 ? draw(popular) : draw(postingCount));
    let at = person * wishes;
    for (const each of named) {
      posting[at] = each;
      rank[at] = draw(0x7fff_ffff);
      at += 1;
    }
  }
  const seats = Int32Array.from({ length: postingCount }, () => 1 + draw(9));
  return { wishes, posting, rank, seats };
}

/** The same market as the engine takes it. */
export function asInput({ wishes, posting, rank, seats }: BareMarket): AllocationInput {
  const postingId = (i: number): string => `posting-${String(i).padStart(6, '0')}`;
  const ids = Array.from(seats, (_, i) => postingId(i));
  return {
    seed: 'made',
    people: Array.from({ length: posting.length / wishes }, (_, person) => ({
      id: `person-${String(person).padStart(7, '0')}`,
      group: null,
      wishes: Array.from({ length: wishes }, (_, place) => {
        const at = person * wishes + place;
        const score = rank[at] ?? 0;
        return {
          postingId: ids[posting[at] ?? 0] ?? '',
          priority: score,
          weight: Math.floor(score / 0x8_0000),
        };
      }),
    })),
    postings: ids.map((id, i) => ({ id, seats: seats[i] ?? 0, isOpen: true, quotas: [] })),
  };
}
