import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import type { AgreementContent } from '../agreement/agreement.rules.js';

export interface SignatureRow {
  readonly partyPosition: number;
  readonly accountId: string | null;
  readonly method: 'online' | 'paper';
  readonly isDelegated: boolean;
  /** Whether a one-time code was asked for and given. */
  readonly hasCode: boolean;
  readonly contentHash: string;
  readonly signedAt: Date;
}

/** An agreement with everything its printed form shows, as it stands in the database. */
export interface PrintedAgreement extends AgreementContent {
  readonly id: string;
  /** What is or was signed; null while it may be changed. */
  readonly contentHash: string | null;
  /** 1: texts of before parties were named, which cannot be hashed again. */
  readonly hashFormat: number;
  readonly versionHash: string;
  readonly versionMadeAt: Date;
  readonly signatures: readonly SignatureRow[];
}

/** Reads what is printed in one statement, so that no change comes between its parts. */
@Injectable()
export class SignedAgreementReader {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<PrintedAgreement | null> {
    const { rows } = await sql<Row>`
      SELECT a.id, a.agreement_number AS "agreementNumber", a.kind, a.form, a.title,
        a.starts_on AS "startsOn", a.ends_on AS "endsOn", a.promised_students AS "promisedStudents",
        a.content_hash AS "contentHash", v.hash_format AS "hashFormat",
        v.content_hash AS "versionHash", v.made_at AS "versionMadeAt",
        (SELECT json_agg(json_build_object('role', p.role, 'organisationId', p.organisation_id,
            'accountId', p.account_id, 'name', p.name) ORDER BY p.position)
          FROM agreement_parties p WHERE p.agreement_id = a.id) AS parties,
        (SELECT json_agg(json_build_object('heading', c.heading, 'body', c.body) ORDER BY c.position)
          FROM agreement_clauses c
          WHERE c.agreement_id = a.id AND c.version_number = a.version_number) AS clauses,
        coalesce((SELECT json_agg(json_build_object('title', x.title, 'sha256', x.sha256) ORDER BY x.position)
          FROM agreement_annexes x
          WHERE x.agreement_id = a.id AND x.version_number = a.version_number), '[]') AS annexes,
        coalesce((SELECT json_agg(json_build_object('key', o.obligation_key, 'partyPosition', o.party_position,
            'metric', o.metric, 'quantity', o.quantity, 'dueOn', o.due_on, 'proof', o.proof) ORDER BY o.position)
          FROM agreement_obligations o
          WHERE o.agreement_id = a.id AND o.version_number = a.version_number), '[]') AS obligations,
        (SELECT json_build_object('postTitle', i.post_title, 'monthlyPay', i.monthly_pay,
            'postMonthlyPay', i.post_monthly_pay, 'hoursPerDay', i.hours_per_day, 'hoursPerWeek', i.hours_per_week,
            'hasNightWork', i.has_night_work, 'hostEmployees', i.host_employees,
            'postEmployees', i.post_employees, 'collegeTutor', i.college_tutor, 'hostTutor', i.host_tutor)
          FROM agreement_internships i
          WHERE i.agreement_id = a.id AND i.version_number = a.version_number) AS internship,
        coalesce((SELECT json_agg(json_build_object('partyPosition', s.party_position,
            'accountId', s.account_id, 'method', s.method, 'isDelegated', s.delegation_id IS NOT NULL,
            'hasCode', coalesce(session.code_confirmed_at IS NOT NULL, false),
            'contentHash', s.content_hash, 'signedAt', s.signed_at) ORDER BY s.signed_at, s.id)
          FROM agreement_signatures s
          LEFT JOIN agreement_signing_sessions session ON session.id = s.signing_session_id
          WHERE s.agreement_id = a.id AND s.voided_at IS NULL), '[]') AS signatures
      FROM agreements a
      JOIN agreement_versions v ON v.agreement_id = a.id AND v.number = a.version_number
      WHERE a.id = ${id}`.execute(this.uow.sql);
    const [row] = rows;
    if (!row) return null;
    return {
      ...row,
      parties: row.parties ?? [],
      clauses: row.clauses ?? [],
      signatures: row.signatures.map((each) => ({ ...each, signedAt: new Date(each.signedAt) })),
    };
  }
}

type Row = Omit<PrintedAgreement, 'parties' | 'clauses' | 'signatures'> & {
  readonly parties: PrintedAgreement['parties'] | null;
  readonly clauses: PrintedAgreement['clauses'] | null;
  readonly signatures: readonly (Omit<SignatureRow, 'signedAt'> & { readonly signedAt: string })[];
};
