import { readPublishedHeads } from '../src/core/audit/index.js';
import { uuidv7 } from '../src/core/clock/index.js';
import { UnitOfWork } from '../src/core/database/index.js';
import { AllEventsVerifier } from '../src/modules/agreements/evidence/all-events-verifier.service.js';
import { EventHeadPublisher } from '../src/modules/agreements/evidence/event-head-publisher.service.js';
import { EventHeadVerifier } from '../src/modules/agreements/evidence/event-head-verifier.service.js';
import {
  chained,
  FIRST_PREVIOUS_HASH,
  type ChainedEvent,
} from '../src/modules/agreements/evidence/evidence-chain.js';
import { numberAfter } from './support/arguments.js';
import { openPlatform, report, round, timed } from './support/platform.js';
import { tamper, type EvidenceTampering } from './support/evidence-tamperings.js';

const EVENTS = numberAfter('--events', 1_000_000);
const TAMPERINGS = numberAfter('--tamperings', 1_000);
const PER_AGREEMENT = 20;
const ROWS = 5_000;

// Chains of many agreements, under a signed head. Each is then tampered with as the owner of the database could, one kind
// of tampering after the other, and a walk over everything has to name each first bad event. `npm run bench -- verify
// [--events N] [--tamperings N]`.
const app = await openPlatform();
const get = <T>(token: abstract new (...args: never[]) => T): T =>
  app.get(token, { strict: false });
const uow = get(UnitOfWork);
const asOwner = (statement: string): Promise<unknown> =>
  uow.run(async () => {
    await uow.db.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    await uow.db.$executeRawUnsafe(statement);
  });

await asOwner(
  'TRUNCATE agreement_events, agreement_seals, agreement_event_heads, agreement_event_head_leaves',
);

const agreementIds: string[] = [];
let rows: ChainedEvent[] = [];
for (let made = 0; made < EVENTS; made += PER_AGREEMENT) {
  const agreementId = uuidv7(Date.now());
  agreementIds.push(agreementId);
  let previous = FIRST_PREVIOUS_HASH;
  for (let sequence = 1; sequence <= PER_AGREEMENT; sequence += 1) {
    const event = chained(previous, {
      id: uuidv7(Date.now()),
      agreementId,
      sequence,
      kind: sequence % 2 ? 'OPENED' : 'VIEWED',
      actorKind: 'ACCOUNT',
      actorId: agreementId,
      partyPosition: (sequence % 2) + 1,
      networkAddress: '203.0.113.*',
      documentHash: 'a'.repeat(64),
      detail: `{"step":${String(sequence)}}`,
      occurredAt: new Date(),
    });
    previous = event.hash;
    rows.push(event);
  }
  if (rows.length >= ROWS || made + PER_AGREEMENT >= EVENTS) {
    await uow.db.agreementEvent.createMany({ data: rows });
    rows = [];
  }
}
const publisher = get(EventHeadPublisher);
await publisher.publish();

const verifier = get(AllEventsVerifier);
const clean = { bad: -1, events: 0 };
const ms = await timed(async () => {
  const { bad, eventCount } = await verifier.verifyAll();
  const { firstBad } = await get(EventHeadVerifier).verifyHeads([]);
  Object.assign(clean, { bad: bad.length + (firstBad ? 1 : 0), events: eventCount });
});

const tampered = new Map<string, EvidenceTampering>();
const step = Math.max(1, Math.floor(agreementIds.length / TAMPERINGS));
for (let n = 0; n < TAMPERINGS; n += 1) {
  const agreementId = agreementIds[n * step];
  if (agreementId === undefined) break;
  const done = tamper(agreementId, PER_AGREEMENT, n);
  await asOwner(done.statement);
  tampered.set(agreementId, done);
}
const { bad } = await verifier.verifyAll();
const found = bad.filter((each) => {
  const { fault, sequence } = tampered.get(each.agreementId) ?? {};
  return each.fault === fault && each.sequence === sequence;
}).length;
const published = await readPublishedHeads(publisher.file);
report({
  bench: 'verify',
  tamperings: tampered.size,
  found,
  eventsPerSec: Math.round(clean.events / (ms / 1_000)),
  events: clean.events,
  seconds: round(ms / 1_000),
  falseAlarms: clean.bad + bad.length - found,
  heads: published.length,
});
await app.close();
if (found < tampered.size || clean.bad > 0) process.exitCode = 1;
