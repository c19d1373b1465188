import { Injectable } from '@nestjs/common';
import type { Connection } from '../../../core/graphql/index.js';
import { PersonalDataSource, type JsonValue } from '../../../core/privacy/index.js';
import { EnrolmentSteps } from './enrolment-steps.service.js';
import type { OrderClassEnrolment } from './enrolment.model.js';
import { EnrolmentReader } from './enrolment.reader.js';
import { EnrolmentRepository } from './enrolment.repository.js';

const AT_ONCE = 100;

/**
 * Order classes a person was listed for. Closing an account leaves them without the reasons for leaving; the name goes with the place
 * at the college.
 */
@Injectable()
export class EnrolmentsPersonalData extends PersonalDataSource {
  override readonly part = 'orderClasses';

  constructor(
    private readonly reader: EnrolmentReader,
    private readonly repository: EnrolmentRepository,
    private readonly steps: EnrolmentSteps,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const enrolments: OrderClassEnrolment[] = [];
    let after: string | null = null;
    do {
      const page: Connection<OrderClassEnrolment> = await this.reader.listOfAccount(accountId, {
        first: AT_ONCE,
        after,
      });
      enrolments.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    if (enrolments.length === 0) return null;
    return enrolments.map((enrolment) => ({
      agreement: enrolment.agreementTitle,
      college: enrolment.collegeName,
      enterprise: enrolment.enterpriseName,
      state: enrolment.state,
      listedAt: enrolment.listedAt.toISOString(),
      decidedAt: enrolment.decidedAt?.toISOString() ?? null,
      endedAt: enrolment.endedAt?.toISOString() ?? null,
      reason: enrolment.reason,
    }));
  }

  override async eraseFor(accountId: string): Promise<void> {
    for (const enrolment of await this.repository.listOpenOfAccount(accountId)) {
      await this.steps.leave(enrolment, 'PLATFORM', null);
    }
    await this.repository.forgetReasonsOf(accountId);
  }
}
