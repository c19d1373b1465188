import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { AccountReader } from '../../identity/index.js';
import type { AgreementStateName } from '../agreement/agreement.machine.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { kindOf } from '../agreement-kinds.js';
import { hourlyMinimumAt, limitsOn, studyYearsOf } from './internship-limits.js';
import { InternshipCheckRepository } from './internship-check.repository.js';
import { internshipErrors } from './internship.errors.js';
import { InternshipReader } from './internship.reader.js';
import {
  internshipFindings,
  studyYearOn,
  type InternshipFacts,
  type InternshipFinding,
  type InternshipText,
} from './internship.rules.js';

interface Held {
  readonly text: InternshipText | null;
  readonly facts: InternshipFacts;
  readonly regions: readonly string[];
  readonly findings: readonly InternshipFinding[];
}

const NOBODY: Pick<InternshipFacts, 'studentAge' | 'studyYear'> = {
  studentAge: null,
  studyYear: null,
};

const SIGNED_BY_ALL: readonly AgreementStateName[] = ['SIGNED', 'EFFECTIVE', 'SUSPENDED'];

/** Holds internship agreements against the rules: when they are put forward, at every signature, and on the first day. */
@Injectable()
export class InternshipGuard {
  constructor(
    private readonly internships: InternshipReader,
    private readonly checks: InternshipCheckRepository,
    private readonly accounts: AccountReader,
    private readonly clock: Clock,
  ) {}

  /** Everything that is against the rules now; none for other kinds of agreements. */
  async findingsOf(agreement: Agreement): Promise<readonly InternshipFinding[]> {
    if (!kindOf(agreement.kindCode).hasInternship) return [];
    return (await this.hold(agreement)).findings;
  }

  /** Refuses what is against the rules, with the first rule it breaks. */
  async require(agreement: Agreement): Promise<void> {
    const broken = await this.check(agreement);
    if (!broken) return;
    const params = { limit: broken.limit ?? '', found: broken.found ?? '' };
    throw internshipErrors[broken.code]({ params });
  }

  /**
   * The first rule that is broken; where none is, what was found is written down. Those who take interns of one host at the
   * same moment wait for each other, so that no two take its last place.
   */
  async check(agreement: Agreement): Promise<InternshipFinding | null> {
    if (!kindOf(agreement.kindCode).hasInternship) return null;
    await this.checks.lockHost(partyIn(agreement, 'ENTERPRISE') ?? agreement.id);
    const { text, facts, regions, findings } = await this.hold(agreement);
    if (!text || findings[0]) return findings[0] ?? null;
    const limits = limitsOn(agreement.startsOn);
    const minimum = hourlyMinimumAt(regions, agreement.startsOn);
    await this.checks.put(agreement, { text, facts, limits, minimum });
    return null;
  }

  private async hold(agreement: Agreement): Promise<Held> {
    const { id, startsOn, parties } = agreement;
    const [college, host] = [partyIn(agreement, 'COLLEGE'), partyIn(agreement, 'ENTERPRISE')];
    const text = await this.internships.find(id);
    const regions = host === null ? [] : await this.internships.regionCodesOf(host);
    const interns =
      host === null
        ? { atHost: 0, inPost: 0 }
        : await this.internships.internsOf(host, agreement, text?.postTitle ?? '');
    const organisationIds = parties.flatMap(({ organisationId }) => organisationId ?? []);
    const student = parties.find(({ role }) => role === 'STUDENT')?.accountId ?? null;
    const facts: InternshipFacts = {
      startsOn,
      today: SIGNED_BY_ALL.includes(agreement.state) ? null : this.clock.today(),
      ...(student === null ? NOBODY : await this.studentOf(student, college, startsOn)),
      hasIntermediary: await this.internships.hasIntermediary(organisationIds),
      hostInterns: interns.atHost + 1,
      postInterns: interns.inPost + 1,
    };
    const minimum = hourlyMinimumAt(regions, startsOn);
    const findings = internshipFindings(text, facts, limitsOn(startsOn), minimum);
    return { text, facts, regions, findings };
  }

  private async studentOf(
    accountId: string,
    collegeId: string | null,
    startsOn: string,
  ): Promise<Pick<InternshipFacts, 'studentAge' | 'studyYear'>> {
    const place = collegeId && (await this.internships.placeOf(accountId, collegeId));
    return {
      studentAge: await this.accounts.ageOf(accountId, startsOn),
      studyYear: place
        ? studyYearOn(startsOn, place.graduationYear, studyYearsOf(place.band))
        : null,
    };
  }
}

function partyIn({ parties }: Agreement, role: string): string | null {
  return parties.find((party) => party.role === role)?.organisationId ?? null;
}
