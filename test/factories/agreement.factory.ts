import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import type { AgreementStateName } from '../../src/modules/agreements/agreement.machine.js';
import { AgreementRepository } from '../../src/modules/agreements/agreement.repository.js';
import { agreementNumber, contentHash } from '../../src/modules/agreements/agreement.rules.js';
import type { TestApp } from '../support/app.js';
import { addDays } from './job-posting.factory.js';
import { createOrganisation, type TestOrganisation } from './organisation.factory.js';

export interface AgreementOptions {
  /** New verified ones unless said. */
  readonly college?: TestOrganisation;
  readonly enterprise?: TestOrganisation;
  /** The enterprise unless said. */
  readonly drafter?: 'COLLEGE' | 'ENTERPRISE';
  /** EFFECTIVE unless said: most specs are about what an agreement allows. */
  readonly state?: AgreementStateName;
  readonly title?: string;
  /** Today unless said. */
  readonly startsOn?: string;
  /** A year later unless said. */
  readonly endsOn?: string;
}

export interface TestAgreement {
  readonly id: string;
  readonly college: TestOrganisation;
  readonly enterprise: TestOrganisation;
  /** What the parties sign; the draft has it only after it was proposed. */
  readonly contentHash: string;
}

/** An agreement as if it had long been there: no events, and signatures where its state needs them. */
export async function createAgreement(
  app: Pick<TestApp, 'get'>,
  options: AgreementOptions = {},
): Promise<TestAgreement> {
  const { state = 'EFFECTIVE', drafter = 'ENTERPRISE' } = options;
  const college = options.college ?? (await createOrganisation(app, { kind: 'COLLEGE' }));
  const enterprise = options.enterprise ?? (await createOrganisation(app));
  const today = app.get(Clock).today();
  const agreements = app.get(AgreementRepository);
  const content = {
    agreementNumber: agreementNumber(today, await agreements.nextNumber()),
    form: 'ORDER_CLASS' as const,
    collegeId: college.id,
    enterpriseId: enterprise.id,
    title: options.title ?? '智能制造订单班合作协议',
    terms: '甲乙双方共同培养智能制造方向学生，企业提供实习岗位。',
    promisedStudents: 40,
    startsOn: options.startsOn ?? today,
    endsOn: options.endsOn ?? addDays(today, 365),
  };
  const drafterId = drafter === 'COLLEGE' ? college.id : enterprise.id;
  const hash = contentHash(content);
  const id = await app.get(UnitOfWork).run(async () => {
    const id = await agreements.insert({ ...content, drafterId }, null);
    if (state === 'DRAFT') return id;
    const isOver = state === 'EXPIRED' || state === 'TERMINATED' || state === 'CANCELLED';
    await agreements.take(
      id,
      { transition: 'edit', from: 'DRAFT', to: state, actorId: null },
      {
        contentHash: hash,
        effectiveAt: state === 'EFFECTIVE' ? app.get(Clock).now() : null,
        endedAt: isOver ? app.get(Clock).now() : null,
      },
    );
    for (const { id: organisationId, administrator } of signersOf(state, college, enterprise)) {
      const accountId = administrator.account.id;
      await agreements.addSignature({
        agreementId: id,
        organisationId,
        accountId,
        contentHash: hash,
      });
    }
    return id;
  });
  return { id, college, enterprise, contentHash: hash };
}

function signersOf(
  state: AgreementStateName,
  college: TestOrganisation,
  enterprise: TestOrganisation,
): TestOrganisation[] {
  if (state === 'AWAITING_SIGNATURES' || state === 'CANCELLED') return [];
  return state === 'PARTIALLY_SIGNED' ? [enterprise] : [college, enterprise];
}
