import { readPublishedHeads } from '../src/core/audit/index.js';
import { uuidv7 } from '../src/core/clock/index.js';
import { UnitOfWork } from '../src/core/database/index.js';
import { AgreementEvents } from '../src/modules/agreements/evidence/agreement-events.service.js';
import { AgreementSealer } from '../src/modules/agreements/evidence/agreement-sealer.service.js';
import { AllSealsVerifier } from '../src/modules/agreements/evidence/all-seals-verifier.service.js';
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
import { createAgreement } from '../test/factories/agreement.factory.js';
import {
  tamper,
  tamperFile,
  type EvidenceTampering,
  type FileTampering,
} from './support/evidence-tamperings.js';

const EVENTS = numberAfter('--events', 1_000_000);
const TAMPERINGS = numberAfter('--tamperings', 1_000);
const PER_AGREEMENT = 20;
const ROWS = 5_000;

/** Of the tamperings; the others are with events. */
const SHARE_OF_FILES = 0.2;

// Chains of many agreements under a signed head, and agreements with their sealed files. They are then tampered with as
// the owner of the database could, one kind after the other, and a walk over everything has to name each first bad event
// and each bad file. `npm run bench -- verify [--events N] [--tamperings N]`.
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
await uow.db.$executeRaw`truncate organisations, agreements cascade`;

const fileTamperings = Math.round(TAMPERINGS * SHARE_OF_FILES);
const sealedIds: string[] = [];
/** The last one stays as it is: others are given its file and its signature. */
while (sealedIds.length <= fileTamperings) {
  const { id } = await createAgreement({ get });
  await uow.run(async () => {
    for (const kind of ['PROPOSED', 'OPENED', 'SIGNED', 'SIGNED', 'COMPLETED'] as const)
      await get(AgreementEvents).append(id, { kind });
  });
  await get(AgreementSealer).seal(id);
  sealedIds.push(id);
}
const untouched = sealedIds.pop() ?? '';

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
const sealsVerifier = get(AllSealsVerifier);
const clean = { bad: -1, events: 0 };
const ms = await timed(async () => {
  const { bad, eventCount } = await verifier.verifyAll();
  const { firstBad } = await get(EventHeadVerifier).verifyHeads([]);
  Object.assign(clean, { bad: bad.length + (firstBad ? 1 : 0), events: eventCount });
});
const cleanSeals = { bad: -1, seals: 0 };
const sealMs = await timed(async () => {
  const { bad, sealCount } = await sealsVerifier.verifyAll();
  Object.assign(cleanSeals, { bad: bad.length, seals: sealCount });
});

const tampered = new Map<string, EvidenceTampering>();
const eventTamperings = TAMPERINGS - fileTamperings;
const step = Math.max(1, Math.floor(agreementIds.length / eventTamperings));
for (let n = 0; n < eventTamperings; n += 1) {
  const agreementId = agreementIds[n * step];
  if (agreementId === undefined) break;
  const done = tamper(agreementId, PER_AGREEMENT, n);
  await asOwner(done.statement);
  tampered.set(agreementId, done);
}
const files = new Map<string, FileTampering>();
for (const [n, agreementId] of sealedIds.entries()) {
  const done = tamperFile(agreementId, untouched, n);
  for (const statement of done.statements) await asOwner(statement);
  files.set(agreementId, done);
}
const bad = (await verifier.verifyAll()).bad.filter(({ agreementId }) => !files.has(agreementId));
const badSeals = (await sealsVerifier.verifyAll()).bad;
const foundFiles = badSeals.filter(
  ({ agreementId, fault }) => files.get(agreementId)?.fault === fault,
).length;
const found = bad.filter((each) => {
  const { fault, sequence } = tampered.get(each.agreementId) ?? {};
  return each.fault === fault && each.sequence === sequence;
}).length;
const published = await readPublishedHeads(publisher.file);
report({
  bench: 'verify',
  tamperings: tampered.size + files.size,
  found: found + foundFiles,
  eventsPerSec: Math.round(clean.events / (ms / 1_000)),
  events: clean.events,
  seconds: round(ms / 1_000),
  fileTamperings: files.size,
  sealsPerSec: Math.round(cleanSeals.seals / (sealMs / 1_000)),
  falseAlarms: clean.bad + cleanSeals.bad + bad.length - found + badSeals.length - foundFiles,
  heads: published.length,
});
await app.close();
const isWhole = found === tampered.size && foundFiles === files.size;
if (!isWhole || clean.bad + cleanSeals.bad > 0) process.exitCode = 1;
