import { contentHash, hashFormatOf } from '../../../agreements/index.js';
import { later } from '../demo-calendar.js';
import type { DemoRow } from '../demo-rows.js';
import type { DemoWorld } from '../demo-world.js';
import { addChain } from './agreement-chain.js';
import type { AgreementPlan, PlannedObligation } from './agreement-plan.js';
import { stepsOf } from './agreement-steps.js';

type KeyedObligation = PlannedObligation & { readonly key: string };

/** Writes the rows of an agreement; answers its id. */
export function addAgreement(world: DemoWorld, plan: AgreementPlan): string {
  const { draftedAt, proposedAt } = plan;
  const obligations = plan.obligations.map((obligation) => ({
    ...obligation,
    key: world.random.uuid(draftedAt),
  }));
  const content = {
    ...plan,
    obligations,
    annexes: [],
    parties: plan.parties.map(({ role, organisationId, signerId, name }) => ({
      role,
      organisationId,
      accountId: organisationId === null ? signerId : null,
      name,
    })),
  };
  const hash = contentHash(content);
  const isStopped = plan.state === 'suspended' ? 'suspended' : plan.stoppedAt ? 'ended' : null;
  const stoppedAt = plan.stoppedAt?.toISOString() ?? null;
  const particulars = {
    form: plan.form,
    title: plan.title,
    promised_students: plan.promisedStudents,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
  };
  const id = world.add('agreements', draftedAt, {
    agreement_number: plan.agreementNumber,
    kind: plan.kind,
    drafter_id: plan.parties[plan.drafter - 1]?.organisationId ?? null,
    party_count: plan.parties.length,
    state: plan.state,
    ...particulars,
    version_number: 1,
    content_hash: proposedAt ? hash : null,
    signing_round: proposedAt ? 1 : 0,
    shared_at: proposedAt?.toISOString() ?? null,
    effective_at: plan.effectiveAt?.toISOString() ?? null,
    ended_at: isStopped === 'ended' ? stoppedAt : null,
    end_reason: isStopped === 'ended' ? plan.stopReason : null,
    suspended_at: isStopped === 'suspended' ? stoppedAt : null,
    suspended_by: isStopped === 'suspended' ? plan.drafter : null,
    suspend_reason: isStopped === 'suspended' ? plan.stopReason : null,
    version: 1,
    created_at: draftedAt.toISOString(),
    updated_at: stoppedAt ?? draftedAt.toISOString(),
  });
  addText(world, id, plan, obligations, {
    ...particulars,
    content_hash: hash,
    hash_format: hashFormatOf(content),
  });
  const signatures = plan.parties.map((_, index) => addParty(world, id, plan, index, hash));
  const steps = stepsOf(plan);
  world.addHistory('agreement_history', { agreement_id: id }, steps);
  addChain(world, id, { steps, hash, signatures });
  addEntries(world, id, plan, obligations);
  return id;
}

/** The one version there is. */
function addText(
  world: DemoWorld,
  agreementId: string,
  { clauses, parties, drafter, draftedAt }: AgreementPlan,
  obligations: readonly KeyedObligation[],
  particulars: DemoRow,
): void {
  world.rows.add('agreement_versions', {
    agreement_id: agreementId,
    number: 1,
    ...particulars,
    clause_count: clauses.length,
    obligation_count: obligations.length,
    made_by: parties[drafter - 1]?.signerId ?? null,
    made_for: drafter,
    made_at: draftedAt.toISOString(),
  });
  const of = { agreement_id: agreementId, version_number: 1 };
  clauses.forEach((clause, index) => {
    world.rows.add('agreement_clauses', {
      ...of,
      position: index + 1,
      clause_key: world.random.uuid(draftedAt),
      ...clause,
    });
  });
  obligations.forEach(({ key, partyPosition, metric, quantity, dueOn, proof }, index) => {
    world.rows.add('agreement_obligations', {
      ...of,
      position: index + 1,
      obligation_key: key,
      party_position: partyPosition,
      metric,
      quantity,
      due_on: dueOn,
      proof,
    });
  });
}

export interface DemoSignature {
  readonly signatoryId: string;
  readonly signatureId: string;
}

/** A party with its turn and, where it has signed, its signature. */
function addParty(
  world: DemoWorld,
  agreementId: string,
  plan: AgreementPlan,
  index: number,
  hash: string,
): DemoSignature | null {
  const party = plan.parties[index];
  if (!party) throw new Error(`${plan.agreementNumber} has no party ${String(index + 1)}`);
  const { organisationId, signerId, signedAt } = party;
  const of = { agreement_id: agreementId };
  const personId = organisationId === null ? signerId : null;
  world.rows.add('agreement_parties', {
    ...of,
    position: index + 1,
    role: party.role,
    organisation_id: organisationId,
    account_id: personId,
    name: party.name,
  });
  const at = signedAt ?? plan.draftedAt;
  const turnAt = turnOf(plan, party.step);
  const signatoryId = world.random.uuid(at);
  const waiting = plan.state === 'cancelled' ? 'void' : turnAt ? 'ready' : 'pending';
  world.rows.add('agreement_signatories', {
    ...of,
    id: signatoryId,
    party_position: index + 1,
    role: 'signatory',
    step: party.step,
    turn_days: plan.turnDays,
    account_id: signedAt ? signerId : personId,
    state: signedAt ? 'signed' : waiting,
    expires_at: turnAt ? later(turnAt, plan.turnDays * 24).toISOString() : null,
    settled_at: signedAt?.toISOString() ?? null,
  });
  if (!signedAt) return null;
  const signatureId = world.random.uuid(signedAt);
  world.rows.add('agreement_signatures', {
    ...of,
    id: signatureId,
    signatory_id: signatoryId,
    party_position: index + 1,
    organisation_id: organisationId,
    account_id: signerId,
    version_number: 1,
    signing_round: 1,
    content_hash: hash,
    signed_at: signedAt.toISOString(),
  });
  return { signatoryId, signatureId };
}

/** When the turns of that step began: with the proposal, or with the last signature of the steps before; null when not yet. */
function turnOf({ parties, proposedAt }: AgreementPlan, step: number): Date | null {
  const before = parties.filter((party) => party.step < step);
  const times = before.map(({ signedAt }) => signedAt);
  if (!proposedAt || times.includes(null)) return null;
  return times.reduce<Date>((last, at) => (at && at > last ? at : last), proposedAt);
}

function addEntries(
  world: DemoWorld,
  agreementId: string,
  { parties }: AgreementPlan,
  obligations: readonly KeyedObligation[],
): void {
  for (const { key, partyPosition, entries = [] } of obligations) {
    for (const { quantity, at, note } of entries) {
      world.add('agreement_obligation_entries', at, {
        agreement_id: agreementId,
        obligation_key: key,
        quantity,
        happened_on: world.calendar.dayOf(at),
        note,
        party_position: partyPosition,
        entered_by: parties[partyPosition - 1]?.signerId ?? null,
        entered_at: later(at, 3).toISOString(),
      });
    }
  }
}
