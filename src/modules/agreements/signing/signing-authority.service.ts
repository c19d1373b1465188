import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { DomainError, requestErrors } from '../../../core/errors/index.js';
import { AccountReader } from '../../identity/index.js';
import { actingAccount } from '../../organisations/index.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { AgreementParties } from '../agreement/agreement-parties.service.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT, AGREEMENT_SIGN } from '../agreement/agreement.permissions.js';
import { partiesWith } from '../agreement/agreement.policy.js';
import { kindOf } from '../agreement-kinds.js';
import { DelegationRepository } from './delegation.repository.js';
import { IndependentPeople } from './independent-people.service.js';
import type { AgreementSignatory } from './signatory.model.js';
import { SignatoryRepository } from './signatory.repository.js';
import { isOpenTurn } from './signatory.rules.js';

/** A turn that the actor may take, with the agreement locked. */
export interface OwnTurn {
  readonly agreement: Agreement;
  readonly signatory: AgreementSignatory;
  /** Null where the party is a person. */
  readonly organisationId: string | null;
  /** The power of attorney by which he acts for another; null where he acts himself. */
  readonly delegationId: string | null;
}

/** How a turn was opened to be signed. */
export interface OpenedTurn {
  readonly signatoryId: string;
  readonly linkId: string | null;
  readonly delegationId: string | null;
}

const FIELD = ['signatoryId'];

/** Who may take whose turn: nobody signs for another but with a power of attorney. */
@Injectable()
export class SigningAuthority {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly reader: AgreementReader,
    private readonly signatories: SignatoryRepository,
    private readonly delegations: DelegationRepository,
    private readonly accounts: AccountReader,
    private readonly parties: AgreementParties,
    private readonly people: IndependentPeople,
    private readonly clock: Clock,
  ) {}

  /** The turn, whose agreement the actor must see unless a link led him to it. */
  async require(actor: Actor, signatoryId: string, isByLink = false): Promise<OwnTurn> {
    const found = await this.signatories.find(signatoryId);
    const isKnown =
      found !== null &&
      (isByLink ||
        (found.accountId !== null && found.accountId === actor.accountId) ||
        (await this.reader.find(actor, found.agreementId)) !== null);
    const agreement = isKnown ? await this.agreements.lock(found.agreementId) : null;
    // Once more, since it may have changed while the lock was waited for.
    const signatory = agreement && (await this.signatories.find(signatoryId));
    if (!agreement || signatory === null || signatory.state === 'VOID') {
      throw requestErrors.NOT_FOUND({ field: FIELD });
    }
    return { agreement, signatory, ...(await this.rightOf(actor, agreement, signatory, isByLink)) };
  }

  /** The turn of a text that was opened: whoever opened it had the right to, and is told when it is gone since. */
  async requireStill(actor: Actor, session: OpenedTurn): Promise<OwnTurn> {
    const { signatoryId, linkId, delegationId } = session;
    const turn = await this.require(actor, signatoryId, linkId !== null).catch(
      async (error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'REQUEST_NOT_FOUND') throw error;
        throw await this.lossOf(actor, session, error);
      },
    );
    if (delegationId === null) return turn;
    // He may hold another one by now; what was opened with a power is signed with that one or not at all.
    if (!(await this.delegations.isActive(delegationId, this.clock.today()))) {
      throw agreementErrors.DELEGATION_OVER({ field: FIELD });
    }
    return { ...turn, delegationId };
  }

  /** Refuses when the turn has not begun or is over. */
  requireOpen({ signatory }: OwnTurn): void {
    const isLate = signatory.expiresAt !== null && signatory.expiresAt <= this.clock.now();
    if (signatory.state === 'EXPIRED' || (isOpenTurn(signatory) && isLate)) {
      throw agreementErrors.TURN_EXPIRED({ field: FIELD });
    }
    if (!isOpenTurn(signatory)) throw agreementErrors.NOT_YOUR_TURN({ field: FIELD });
  }

  /** Nothing is signed while a party is suspended, or gone. */
  async requireParties(agreement: Agreement): Promise<void> {
    if (!(await this.parties.areAvailable(agreement.parties))) {
      throw agreementErrors.PARTY_UNAVAILABLE({ field: FIELD });
    }
  }

  /** A person who is not of age signs only where a guardian is asked as well. */
  async requireGuardians(agreement: Agreement): Promise<void> {
    const { guardian } = kindOf(agreement.kindCode);
    if (guardian === null) return;
    const turns = await this.signatories.listOf(agreement.id);
    for (const { accountId, position } of agreement.parties) {
      if (accountId === null) continue;
      const isGuarded = turns.some(
        (turn) =>
          turn.role === 'GUARDIAN' && turn.partyPosition === position && turn.state !== 'VOID',
      );
      if (isGuarded) continue;
      const age = await this.accounts.ageOf(accountId, this.clock.today());
      if (age === null || age < guardian.underAge) {
        const params = { years: guardian.underAge };
        throw agreementErrors.GUARDIAN_NEEDED({ field: FIELD, params });
      }
    }
  }

  /** Why the turn of a text that was opened is his no longer. */
  private async lossOf(
    actor: Actor,
    { signatoryId, delegationId }: OpenedTurn,
    cause: DomainError,
  ): Promise<DomainError> {
    const because = { field: FIELD, cause };
    if (delegationId !== null) return agreementErrors.DELEGATION_OVER(because);
    const signatory = await this.signatories.find(signatoryId);
    if (signatory === null || signatory.state === 'VOID') {
      return agreementErrors.SIGNING_SESSION_OVER(because);
    }
    if (signatory.state === 'SIGNED') return agreementErrors.ALREADY_SIGNED(because);
    const agreement = await this.reader.get(signatory.agreementId);
    const party = agreement?.parties.find(({ position }) => position === signatory.partyPosition);
    const own = agreement ? partiesWith(actor, AGREEMENT_SIGN, agreement) : [];
    // He still speaks for the organisation, which has named another of its people.
    return own.includes(party?.organisationId ?? '')
      ? agreementErrors.NOT_YOUR_TURN(because)
      : agreementErrors.SIGNATORY_LEFT(because);
  }

  /** Somebody grown up, as far as that is known, who is on nobody else's side. */
  private async requireGuardianship(
    agreement: Agreement,
    { partyPosition }: AgreementSignatory,
    accountId: string,
  ): Promise<void> {
    await this.people.require(agreement, partyPosition, accountId, FIELD);
    const years = kindOf(agreement.kindCode).guardian?.underAge ?? 0;
    const age = await this.accounts.ageOf(accountId, this.clock.today());
    if (age !== null && age < years) {
      throw agreementErrors.GUARDIAN_NEEDED({ field: FIELD, params: { years } });
    }
  }

  private async rightOf(
    actor: Actor,
    agreement: Agreement,
    signatory: AgreementSignatory,
    isByLink: boolean,
  ): Promise<Pick<OwnTurn, 'organisationId' | 'delegationId'>> {
    const me = actingAccount(actor);
    const party = agreement.parties.find(({ position }) => position === signatory.partyPosition);
    const organisationId = party?.organisationId ?? null;
    const delegationId = await this.delegations.findActive(signatory.id, me, this.clock.today());
    if (delegationId !== null) return { organisationId, delegationId };
    const isNamed = signatory.accountId === me;
    if (organisationId !== null) {
      if (isPaused(actor, organisationId)) {
        throw agreementErrors.PARTY_UNAVAILABLE({ field: FIELD });
      }
      const permission = signatory.role === 'REVIEWER' ? AGREEMENT_DRAFT : AGREEMENT_SIGN;
      const speaks = partiesWith(actor, permission, agreement).includes(organisationId);
      if (isNamed && !speaks) throw agreementErrors.SIGNATORY_LEFT({ field: FIELD });
      if (speaks && (isNamed || signatory.accountId === null))
        return { organisationId, delegationId: null };
    } else if (signatory.role === 'GUARDIAN') {
      const isFree = isByLink && signatory.accountId === null && party?.accountId !== me;
      if (isNamed || isFree) {
        await this.requireGuardianship(agreement, signatory, me);
        return { organisationId: null, delegationId: null };
      }
    } else if (party?.accountId === me) return { organisationId: null, delegationId: null };
    throw requestErrors.NOT_FOUND({ field: FIELD });
  }
}

/** He works for the organisation, whose rights are paused. */
function isPaused({ grants }: Actor, organisationId: string): boolean {
  return grants.some((grant) => grant.organisationId === organisationId && !grant.isInGoodStanding);
}
