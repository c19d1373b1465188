import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { grouped } from '../agreement/grouped.js';
import type { InternshipText } from './internship.rules.js';

const TEXT = sql`i.post_title as "postTitle", i.monthly_pay as "monthlyPay",
  i.post_monthly_pay as "postMonthlyPay", i.hours_per_day::float8 as "hoursPerDay",
  i.hours_per_week::float8 as "hoursPerWeek", i.has_night_work as "hasNightWork",
  i.host_employees as "hostEmployees", i.post_employees as "postEmployees",
  i.college_tutor as "collegeTutor", i.host_tutor as "hostTutor"`;

interface TextRow extends InternshipText {
  readonly agreementId: string;
}

export interface StudentPlace {
  readonly graduationYear: number;
  /** Band of education; null when the college does not say. */
  readonly band: string | null;
}

/** Internships as versions have them, and what the rules need to know. Whoever asks has found the agreement. */
@Injectable()
export class InternshipReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of the versions the agreements hold now, by agreement; those without one are left out. */
  async currentOf(agreementIds: readonly string[]): Promise<Map<string, InternshipText[]>> {
    const { rows } = await sql<TextRow>`
      select i.agreement_id as "agreementId", ${TEXT}
      from agreement_internships i
      join agreements a on a.id = i.agreement_id and a.version_number = i.version_number
      where a.id = any(${[...agreementIds]}::uuid[])`.execute(this.uow.sql);
    return grouped(rows, ({ agreementId, ...text }) => [agreementId, text]);
  }

  async find(agreementId: string): Promise<InternshipText | null> {
    return (await this.currentOf([agreementId])).get(agreementId)?.[0] ?? null;
  }

  /** Of versions of one agreement, by their number. */
  async ofVersions(
    agreementId: string,
    numbers: readonly number[],
  ): Promise<Map<number, InternshipText>> {
    const { rows } = await sql<InternshipText & { number: number }>`
      select i.version_number as number, ${TEXT} from agreement_internships i
      where i.agreement_id = ${agreementId} and i.version_number = any(${[...numbers]}::int[])`.execute(
      this.uow.sql,
    );
    return new Map(rows.map(({ number, ...text }) => [number, text]));
  }

  /** The confirmed place of a student at a college. */
  async placeOf(accountId: string, collegeId: string): Promise<StudentPlace | null> {
    const { rows } = await sql<StudentPlace>`
      select place.graduation_year as "graduationYear", level.band::text as band
      from affiliations place
      left join education_levels level on level.code = place.education_level_code
      where place.account_id = ${accountId} and place.college_id = ${collegeId} and place.state = 'confirmed'
      limit 1`.execute(this.uow.sql);
    return rows[0] ?? null;
  }

  /** Whether one of the organisations places people for money. */
  async hasIntermediary(organisationIds: readonly string[]): Promise<boolean> {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select 1 from organisations where id = any(${[...organisationIds]}::uuid[])
        and (kind = 'hr_agency' or hr_service_licence is not null)) as found`.execute(this.uow.sql);
    return rows[0]?.found ?? false;
  }

  /** Codes of the regions a host lies in, from the nearest up. */
  async regionCodesOf(organisationId: string): Promise<string[]> {
    const { rows } = await sql<{ code: string }>`
      select code.code from organisations host
      join regions own on own.id = host.region_id
      join regions around on around.id = any(own.ancestor_ids)
      join region_codes code on code.region_id = around.id
      where host.id = ${organisationId} order by around.level desc, code.code`.execute(
      this.uow.sql,
    );
    return rows.map(({ code }) => code.slice(0, 6));
  }

  /** Interns of a host, and of them those in a post, whose time meets that of an agreement, besides its own and what it amends. */
  async internsOf(
    hostId: string,
    agreement: Pick<Agreement, 'id' | 'amendsId' | 'startsOn' | 'endsOn'>,
    postTitle: string,
  ): Promise<{ atHost: number; inPost: number }> {
    const { rows } = await sql<{ atHost: number; inPost: number }>`
      select count(*)::int as "atHost",
        (count(*) filter (where i.post_title = ${postTitle}))::int as "inPost"
      from agreement_internships i
      join agreements a on a.id = i.agreement_id and a.version_number = i.version_number
      join agreement_parties host on host.agreement_id = a.id and host.organisation_id = ${hostId}
      where a.state in ('signed', 'effective', 'suspended')
        and a.id <> ${agreement.id} and a.id is distinct from ${agreement.amendsId}::uuid
        and a.starts_on <= ${agreement.endsOn}::date and a.ends_on >= ${agreement.startsOn}::date`.execute(
      this.uow.sql,
    );
    return rows[0] ?? { atHost: 0, inPost: 0 };
  }
}
