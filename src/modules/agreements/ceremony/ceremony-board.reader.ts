import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { requestContext } from '../../../core/context/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { kindOf } from '../agreement-kinds.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementCeremonyPair } from './ceremony.model.js';

interface SignerRow {
  readonly signatoryId: string;
  readonly partyName: string;
  readonly state: string;
  readonly accountId: string | null;
  readonly signedAt: string | null;
}

/** States in which an agreement is signed or was. */
const ON_THE_TABLE = [
  'awaiting_signatures',
  'partially_signed',
  'signed',
  'effective',
  'expired',
  'terminated',
];

/** What the screen of a ceremony shows: read from turns and signatures as they are, so each is there once. */
@Injectable()
export class CeremonyBoardReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Pairs by ceremony, in their order. */
  async pairsOf(ceremonyIds: readonly string[]): Promise<Map<string, AgreementCeremonyPair[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_ceremony_pairs as pair')
      .innerJoin('agreements', 'agreements.id', 'pair.agreement_id')
      .select([
        'pair.ceremony_id',
        'pair.position',
        'agreements.id',
        'agreements.agreement_number',
        'agreements.kind',
        'agreements.form',
        'agreements.state',
        SIGNERS.as('signers'),
      ])
      .where('pair.ceremony_id', 'in', [...ceremonyIds])
      .orderBy('pair.ceremony_id')
      .orderBy('pair.position')
      .execute();
    const { locale } = requestContext();
    return grouped(rows, (row) => {
      const kind = kindOf(row.kind);
      const form = kind.forms.find(({ code }) => code === row.form);
      const signers = (row.signers ?? []).map((signer) => ({
        ...signer,
        state: enumName(signer.state) as AgreementCeremonyPair['signers'][number]['state'],
        signedAt: signer.signedAt === null ? null : new Date(signer.signedAt),
      }));
      const pair: AgreementCeremonyPair = {
        position: row.position,
        agreementId: row.id,
        agreementNumber: row.agreement_number,
        kindName: (form ?? kind).name[locale],
        isOnTheTable: ON_THE_TABLE.includes(row.state),
        isComplete: signers.length > 0 && signers.every(({ signedAt }) => signedAt !== null),
        signers,
      };
      return [row.ceremony_id, pair];
    });
  }

  /** A mark that differs whenever the screen would; null when there is no such ceremony. */
  async markOf(ceremonyId: string): Promise<string | null> {
    const { rows } = await sql<{ mark: string }>`
      select md5(concat_ws('|', ceremony.version, ceremony.state, (
        select string_agg(concat_ws(',', pair.position, agreements.state, ${SIGNERS}::text), ';' order by pair.position)
        from agreement_ceremony_pairs pair join agreements on agreements.id = pair.agreement_id
        where pair.ceremony_id = ceremony.id))) as mark
      from agreement_ceremonies ceremony where ceremony.id = ${ceremonyId}::uuid`.execute(
      this.uow.sql,
    );
    return rows[0]?.mark ?? null;
  }

  /** Open ceremonies on whose stage the agreement stands: one at most. */
  async openWith(agreementId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_ceremony_pairs')
      .select('ceremony_id')
      .where('agreement_id', '=', agreementId)
      .where('is_on_stage', '=', true)
      .execute();
    return rows.map((row) => row.ceremony_id);
  }
}

const SIGNERS = sql<SignerRow[] | null>`(
  select json_agg(json_build_object('signatoryId', turn.id, 'partyName', party.name, 'state', turn.state,
    'accountId', turn.account_id, 'signedAt', given.signed_at) order by turn.party_position, turn.step, turn.id)
  from agreement_signatories turn
  join agreement_parties party on party.agreement_id = turn.agreement_id and party.position = turn.party_position
  left join agreement_signatures given on given.signatory_id = turn.id and given.voided_at is null
  where turn.agreement_id = agreements.id and turn.role <> 'reviewer' and turn.state <> 'void')`;
