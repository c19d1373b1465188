import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

/** The other side of an agreement in force, and the agreement. */
export interface Partnership {
  readonly organisationId: string;
  readonly agreementId: string;
}

/**
 * Who is whose partner at this moment: parties of an agreement in force between organisations alone, for an agreement
 * with a person is about that person. Within a unit of work none of what is answered can end before that ends.
 */
@Injectable()
export class PartnerReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Each partner once, under the agreement that lasts longest. */
  async partnersOf(organisationId: string): Promise<Partnership[]> {
    return this.partnerships(organisationId, sql<SqlBool>`true`);
  }

  /** The agreement in force between the two that lasts longest; null when they are no partners now. */
  async agreementBetween(organisationId: string, partnerId: string): Promise<string | null> {
    const [partnership] = await this.partnerships(
      organisationId,
      sql<SqlBool>`partner.organisation_id = ${partnerId}::uuid`,
    );
    return partnership?.agreementId ?? null;
  }

  /** Organisations that are partners by this agreement now; none when it is not in force. */
  async organisationsUnder(agreementId: string): Promise<string[]> {
    const query = this.inForce()
      .innerJoin('agreement_parties as party', 'party.agreement_id', 'agreements.id')
      .select('party.organisation_id')
      .where('agreements.id', '=', agreementId)
      .orderBy('party.position');
    const rows = await (this.uow.isOpen ? query.forShare('agreements') : query).execute();
    return rows.flatMap((row) => row.organisation_id ?? []);
  }

  private async partnerships(
    organisationId: string,
    and: RawBuilder<SqlBool>,
  ): Promise<Partnership[]> {
    const query = this.inForce()
      .innerJoin('agreement_parties as own', 'own.agreement_id', 'agreements.id')
      .innerJoin('agreement_parties as partner', 'partner.agreement_id', 'agreements.id')
      .select(['partner.organisation_id', 'agreements.id'])
      .where('own.organisation_id', '=', organisationId)
      .where('partner.organisation_id', '<>', organisationId)
      .where(and)
      .orderBy('agreements.ends_on', 'desc')
      .orderBy('agreements.id');
    const rows = await (this.uow.isOpen ? query.forShare('agreements') : query).execute();
    const found = new Map<string, Partnership>();
    for (const { organisation_id: partnerId, id: agreementId } of rows)
      if (partnerId !== null && !found.has(partnerId))
        found.set(partnerId, { organisationId: partnerId, agreementId });
    return [...found.values()];
  }

  private inForce() {
    const today = this.clock.today();
    return this.uow.sql
      .selectFrom('agreements')
      .where('agreements.state', 'in', ['signed', 'effective'])
      .where('agreements.starts_on', '<=', today)
      .where('agreements.ends_on', '>=', today)
      .where(
        sql<SqlBool>`not exists (select from agreement_parties person
          where person.agreement_id = agreements.id and person.account_id is not null)`,
      );
  }
}
