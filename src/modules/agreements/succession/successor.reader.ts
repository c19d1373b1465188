import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { visibleWhere } from '../agreement/agreement.policy.js';
import { selectAgreements, toAgreement } from '../agreement/agreement.rows.js';

/** What an agreement replaces, what goes on with it, and what replaces it. */
export interface Succession {
  readonly amends: Agreement | null;
  readonly amendment: Agreement | null;
  readonly renewal: Agreement | null;
}

/** Agreements that follow from others. */
@Injectable()
export class SuccessorReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Whether there is a renewal and an amendment that were not given up. */
  async of(agreementId: string): Promise<{ isRenewed: boolean; isAmended: boolean }> {
    const { rows } = await sql<{ isRenewed: boolean; isAmended: boolean }>`select
      exists (select from agreements where renewed_from_id = ${agreementId} and state <> 'cancelled') as "isRenewed",
      exists (select from agreements where amends_id = ${agreementId} and state <> 'cancelled') as "isAmended"`.execute(
      this.uow.sql,
    );
    return rows[0] ?? { isRenewed: false, isAmended: false };
  }

  /** Of each agreement, as far as the actor may see them. */
  async successionOf(actor: Actor, ids: readonly string[]): Promise<Map<string, Succession>> {
    const given = [...ids];
    const rows = await selectAgreements(this.uow.sql)
      .select(['agreements.renewed_from_id'])
      .where(visibleWhere(actor))
      .where((eb) =>
        eb.or([
          eb.and([
            eb('agreements.state', '<>', 'cancelled'),
            eb.or([
              eb('agreements.amends_id', 'in', given),
              eb('agreements.renewed_from_id', 'in', given),
            ]),
          ]),
          eb.exists(
            eb
              .selectFrom('agreements as amending')
              .select('amending.id')
              .whereRef('amending.amends_id', '=', 'agreements.id')
              .where('amending.id', 'in', given),
          ),
        ]),
      )
      .execute();
    const amendedBy = await this.uow.sql
      .selectFrom('agreements')
      .select(['id', 'amends_id'])
      .where('id', 'in', given)
      .where('amends_id', 'is not', null)
      .execute();
    const found = rows.map((row) => ({ row, agreement: toAgreement(row) }));
    const first = (is: (entry: (typeof found)[number]) => boolean): Agreement | null =>
      found.find(is)?.agreement ?? null;
    return new Map(
      given.map((id) => {
        const amendsId = amendedBy.find((row) => row.id === id)?.amends_id;
        return [
          id,
          {
            amends: first(({ row }) => row.id === amendsId),
            amendment: first(({ row }) => row.amends_id === id && row.state !== 'cancelled'),
            renewal: first(({ row }) => row.renewed_from_id === id && row.state !== 'cancelled'),
          },
        ];
      }),
    );
  }
}
