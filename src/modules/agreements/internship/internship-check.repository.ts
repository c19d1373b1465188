import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import type { HourlyMinimum, InternshipLimits } from './internship-limits.js';
import {
  hourlyPay,
  monthlyFloor,
  mostInterns,
  type InternshipFacts,
  type InternshipText,
} from './internship.rules.js';

export interface KeptRules {
  readonly text: InternshipText;
  readonly facts: InternshipFacts;
  readonly limits: InternshipLimits;
  readonly minimum: HourlyMinimum | null;
}

/** The only writer of what was found about internships; the database takes only what keeps the rules. */
@Injectable()
export class InternshipCheckRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Until the end of the unit of work. */
  async lockHost(hostId: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`internships-of-${hostId}`}, 0))`.execute(
      this.uow.sql,
    );
  }

  async put(
    { id: agreementId, versionNumber }: Pick<Agreement, 'id' | 'versionNumber'>,
    { text, facts, limits, minimum }: KeptRules,
  ): Promise<void> {
    const found = {
      limitsEdition: new Date(limits.validFrom),
      studentAge: facts.studentAge ?? 0,
      minAge: limits.minAge,
      studyYear: facts.studyYear ?? 0,
      minStudyYear: limits.minStudyYear,
      monthlyPay: text.monthlyPay,
      monthlyFloor: monthlyFloor(text, limits),
      hourlyPay: hourlyPay(text),
      hourlyFloor: minimum?.yuan ?? null,
      hoursPerDay: text.hoursPerDay,
      maxHoursPerDay: limits.maxHoursPerDay,
      hoursPerWeek: text.hoursPerWeek,
      maxHoursPerWeek: limits.maxHoursPerWeek,
      hostInterns: facts.hostInterns,
      maxHostInterns: mostInterns(text.hostEmployees, limits.maxShareOfHost),
      postInterns: facts.postInterns,
      maxPostInterns: mostInterns(text.postEmployees, limits.maxShareOfPost),
      hasIntermediary: facts.hasIntermediary,
      hasNightWork: text.hasNightWork,
      allowsNightWork: limits.allowsNightWork,
      checkedAt: this.clock.now(),
    };
    await this.uow.db.agreementInternshipCheck.upsert({
      where: { agreementId_versionNumber: { agreementId, versionNumber } },
      create: { agreementId, versionNumber, ...found },
      update: found,
      select: { versionNumber: true },
    });
  }
}
