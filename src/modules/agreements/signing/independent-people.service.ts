import { Injectable } from '@nestjs/common';
import { OrganisationReader } from '../../organisations/index.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import type { Parties } from '../agreement/agreement.policy.js';

/** Who stands beside somebody, or in his place, is on nobody else's side (民法典 Art. 168: 禁止双方代理). */
@Injectable()
export class IndependentPeople {
  constructor(private readonly organisations: OrganisationReader) {}

  /** Refuses a person who is a party, or works for one, other than the party at the position. */
  async require(
    { parties }: Parties,
    position: number,
    accountId: string,
    field: readonly string[] = ['accountId'],
  ): Promise<void> {
    for (const party of parties) {
      const isHimself = party.accountId === accountId;
      const worksThere =
        party.organisationId !== null &&
        party.position !== position &&
        (await this.organisations.membersOf(party.organisationId)).includes(accountId);
      if (isHimself || worksThere) throw agreementErrors.NOT_INDEPENDENT({ field });
    }
  }
}
