import { Injectable } from '@nestjs/common';
import { AccountReader } from '../../identity/index.js';
import { OrganisationReader, type Organisation } from '../../organisations/index.js';
import { partyRuleOf, type AgreementKindRules } from '../agreement-kinds.js';
import { PartyCandidatesReader } from '../candidates/party-candidates.reader.js';
import { agreementErrors } from './agreement.errors.js';
import type { GivenParty } from './agreement.inputs.js';
import type { NewAgreement } from './agreement.repository.js';

export type NewParty = NewAgreement['parties'][number];

interface PartyIds {
  readonly organisationId: string | null;
  readonly accountId: string | null;
}

/** Finds the parties of a new agreement and whether they may be parties of its kind. */
@Injectable()
export class AgreementParties {
  constructor(
    private readonly organisations: OrganisationReader,
    private readonly accounts: AccountReader,
    private readonly candidates: PartyCandidatesReader,
  ) {}

  /** Of two organisations, each in the role that its kind fits, in the order of the kind. */
  async pair(kind: AgreementKindRules, oneId: string, otherId: string): Promise<NewParty[]> {
    const found = await this.organisations.findMany([oneId, otherId]);
    const free = [oneId, otherId].flatMap((wanted) =>
      found.filter(({ id, standing }) => id === wanted && standing === 'VERIFIED'),
    );
    const parties = kind.parties.flatMap(({ role, organisationKinds }) => {
      const index = free.findIndex((each) => organisationKinds.includes(each.kind));
      const [organisation] = index < 0 ? [] : free.splice(index, 1);
      return organisation ? [partyOf(role, organisation)] : [];
    });
    return this.counted(kind, parties, 2, ['partnerId']);
  }

  /**
   * As a draft names them for the first time. One of the organisations must know each person by name already, so that
   * nobody is written to by strangers; who is not known is refused as one who does not exist.
   */
  async introduced(kind: AgreementKindRules, given: readonly GivenParty[]): Promise<NewParty[]> {
    const parties = await this.named(kind, given);
    const areKnown = await this.candidates.areKnown(
      parties.flatMap(({ organisationId }) => organisationId ?? []),
      parties.flatMap(({ accountId }) => accountId ?? []),
    );
    if (!areKnown) throw agreementErrors.PARTY_NOT_ELIGIBLE({ field: ['parties'] });
    return parties;
  }

  /** As they are named, in the order of the kind. */
  async named(kind: AgreementKindRules, given: readonly GivenParty[]): Promise<NewParty[]> {
    const organisations = await this.organisations.findMany(
      given.flatMap(({ organisationId }) => organisationId ?? []),
    );
    const accounts = await this.accounts.findMany(
      given.flatMap(({ accountId }) => accountId ?? []),
    );
    const parties = given.flatMap(({ role, organisationId, accountId }): NewParty[] => {
      const rule = partyRuleOf(kind, role);
      if (!rule || (organisationId == null) === (accountId == null)) return [];
      if (organisationId != null) {
        const found = organisations.find(({ id }) => id === organisationId);
        const fits = found?.standing === 'VERIFIED' && rule.organisationKinds.includes(found.kind);
        return fits ? [partyOf(role, found)] : [];
      }
      const account = accounts.get(accountId ?? '');
      const fits = account?.state === 'ACTIVE' && rule.organisationKinds.length === 0;
      return fits
        ? [{ role, organisationId: null, accountId: account.id, name: account.displayName }]
        : [];
    });
    const ordered = kind.parties.flatMap(({ role }) =>
      parties.filter((party) => party.role === role),
    );
    return this.counted(kind, ordered, given.length, ['parties']);
  }

  /** Refuses when an organisation has lost its standing, or a person his account, since the draft was made. */
  async recheck(kind: AgreementKindRules, parties: readonly NewParty[]): Promise<void> {
    await this.named(kind, parties).catch((error: unknown) => {
      throw error instanceof Error && 'code' in error
        ? agreementErrors.PARTY_NOT_ELIGIBLE({ field: ['partnerId'] })
        : error;
    });
  }

  /** Whether every organisation is in good standing and every person has an account. */
  async areAvailable(parties: readonly PartyIds[]): Promise<boolean> {
    for (const party of parties)
      if ((await this.availabilityOf(party)) !== 'AVAILABLE') return false;
    return true;
  }

  /** SUSPENDED may come back; GONE does not. */
  async availabilityOf({
    organisationId,
    accountId,
  }: PartyIds): Promise<'AVAILABLE' | 'SUSPENDED' | 'GONE'> {
    if (organisationId !== null) {
      const [organisation] = await this.organisations.findMany([organisationId]);
      return organisation?.standing === 'VERIFIED' ? 'AVAILABLE' : 'SUSPENDED';
    }
    const account = (await this.accounts.findMany([accountId ?? ''])).get(accountId ?? '');
    if (account?.state === 'ACTIVE') return 'AVAILABLE';
    return account?.state === 'DISABLED' ? 'SUSPENDED' : 'GONE';
  }

  private counted(
    kind: AgreementKindRules,
    parties: NewParty[],
    wanted: number,
    field: readonly string[],
  ): NewParty[] {
    const distinct = new Set(parties.map((party) => party.organisationId ?? party.accountId));
    const fits =
      distinct.size === wanted &&
      parties.length === wanted &&
      kind.parties.every(({ role, min, max }) => {
        const count = parties.filter((party) => party.role === role).length;
        return count >= min && count <= max;
      });
    if (!fits) throw agreementErrors.PARTY_NOT_ELIGIBLE({ field });
    return parties;
  }
}

function partyOf(role: string, { id, name }: Organisation): NewParty {
  return { role, organisationId: id, accountId: null, name };
}
