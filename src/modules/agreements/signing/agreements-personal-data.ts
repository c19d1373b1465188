import { Injectable } from '@nestjs/common';
import { PersonalDataSource, type JsonValue } from '../../../core/privacy/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import {
  PersonalAgreementsReader,
  type PersonalPower,
  type PersonalSignature,
} from './personal-agreements.reader.js';
import type { AgreementSignatory } from './signatory.model.js';
import { SigningSessionRepository } from './signing-session.repository.js';

/**
 * Agreements a person is a party of, was asked to sign, or signed. They are evidence for the other parties: closing the
 * account leaves them as they were signed, and gives up, by the event of it, what is not signed by all.
 */
@Injectable()
export class AgreementsPersonalData extends PersonalDataSource {
  override readonly part = 'agreements';

  constructor(
    private readonly reader: PersonalAgreementsReader,
    private readonly sessions: SigningSessionRepository,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const agreements = await this.reader.listOf(accountId);
    if (agreements.length === 0) return null;
    const turns = await this.reader.turnsOf(accountId);
    const signatures = await this.reader.signaturesOf(accountId);
    const powers = await this.reader.powersOf(accountId);
    return agreements.map((agreement) => ({
      ...factsOf(agreement),
      parties: partiesFor(accountId, agreement),
      turns: (turns.get(agreement.id) ?? []).map((turn) => turnFor(turn, agreement)),
      signatures: (signatures.get(agreement.id) ?? []).map(signatureFor),
      powersOfAttorney: (powers.get(agreement.id) ?? []).map(powerFor),
    }));
  }

  override async eraseFor(accountId: string): Promise<void> {
    await this.sessions.forgetCodesOf(accountId);
  }
}

function factsOf(agreement: Agreement): Readonly<Record<string, string | null>> {
  return {
    agreementNumber: agreement.agreementNumber,
    kind: agreement.kindCode,
    title: agreement.title,
    state: agreement.state,
    startsOn: agreement.startsOn,
    endsOn: agreement.endsOn,
    effectiveAt: isoOf(agreement.effectiveAt),
    endedAt: isoOf(agreement.endedAt),
    endReason: agreement.endReason,
  };
}

/** Organisations by name; of people only the person himself. */
function partiesFor(accountId: string, { parties }: Agreement): JsonValue {
  return parties.map((party) => ({
    role: party.role,
    name: party.organisationId !== null || party.accountId === accountId ? party.name : null,
    isYou: party.accountId === accountId,
  }));
}

function turnFor(turn: AgreementSignatory, { parties }: Agreement): JsonValue {
  const party = parties.find(({ position }) => position === turn.partyPosition);
  return {
    role: turn.role,
    forParty: party?.role ?? null,
    state: turn.state,
    openedAt: isoOf(turn.openedAt),
    settledAt: isoOf(turn.settledAt),
    declineReason: turn.declineReason,
  };
}

const signatureFor = (signature: PersonalSignature): JsonValue => ({
  signedAt: signature.signedAt.toISOString(),
  contentHash: signature.contentHash,
  isByPowerOfAttorney: signature.isByPower,
  voidedAt: isoOf(signature.voidedAt),
});

const powerFor = (power: PersonalPower): JsonValue => ({
  isHeld: power.isHeld,
  validFrom: power.validFrom,
  validUntil: power.validUntil,
  madeAt: power.madeAt.toISOString(),
  revokedAt: isoOf(power.revokedAt),
});

const isoOf = (time: Date | null): string | null => time?.toISOString() ?? null;
