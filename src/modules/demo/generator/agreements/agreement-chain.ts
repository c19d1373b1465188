import {
  AGREEMENT_STEP_EVENTS,
  canonicalDetail,
  chained,
  FIRST_PREVIOUS_HASH,
} from '../../../agreements/index.js';
import type { DemoWorld } from '../demo-world.js';
import type { DemoSignature } from './agreement-rows.js';
import type { PlannedStep } from './agreement-steps.js';

interface Told {
  readonly steps: readonly PlannedStep[];
  /** Of the text. */
  readonly hash: string;
  /** By party; null where it has not signed. */
  readonly signatures: readonly (DemoSignature | null)[];
}

/** The chain of evidence of an agreement, as its steps would have left it. */
export function addChain(
  world: DemoWorld,
  agreementId: string,
  { steps, hash, signatures }: Told,
): void {
  let previousHash = FIRST_PREVIOUS_HASH;
  let sequence = 0;
  const tell = (kind: string, step: PlannedStep, detail = {}): void => {
    sequence += 1;
    const event = chained(previousHash, {
      id: world.random.uuid(step.at),
      agreementId,
      sequence,
      kind,
      actorKind: step.actorId === null ? 'SYSTEM' : 'ACCOUNT',
      actorId: step.actorId,
      partyPosition: step.partyPosition,
      networkAddress: null,
      documentHash: hash,
      detail: canonicalDetail(detail),
      occurredAt: step.at,
    });
    previousHash = event.hash;
    world.rows.add('agreement_events', {
      id: event.id,
      agreement_id: agreementId,
      sequence,
      kind,
      actor_kind: event.actorKind,
      actor_id: event.actorId,
      party_position: event.partyPosition,
      network_address: event.networkAddress,
      document_hash: event.documentHash,
      detail: event.detail,
      occurred_at: step.at.toISOString(),
      previous_hash: event.previousHash,
      hash: event.hash,
    });
  };
  for (const step of steps) {
    const signature = step.transition.startsWith('sign')
      ? signatures[(step.partyPosition ?? 0) - 1]
      : null;
    if (signature) tell('SIGNED', step, { ...signature, method: 'ONLINE' });
    const kind = sequence === 0 ? 'DRAFTED' : AGREEMENT_STEP_EVENTS[step.transition];
    if (kind) tell(kind, step);
  }
}
