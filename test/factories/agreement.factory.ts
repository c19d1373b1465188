import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { kindOf } from '../../src/modules/agreements/agreement-kinds.js';
import type { AgreementStateName } from '../../src/modules/agreements/agreement/agreement.machine.js';
import { AgreementRepository } from '../../src/modules/agreements/agreement/agreement.repository.js';
import {
  agreementNumber,
  contentHash,
} from '../../src/modules/agreements/agreement/agreement.rules.js';
import type { ObligationText } from '../../src/modules/agreements/obligations/obligation.rules.js';
import { defaultSignatories } from '../../src/modules/agreements/signing/default-signatories.rules.js';
import { SignatoryRepository } from '../../src/modules/agreements/signing/signatory.repository.js';
import type { TestApp } from '../support/app.js';
import type { TestAccount } from './account.factory.js';
import { addDays } from './job-posting.factory.js';
import { createOrganisation, type TestOrganisation } from './organisation.factory.js';

export interface AgreementOptions {
  /** New verified ones unless said. */
  readonly college?: TestOrganisation;
  readonly enterprise?: TestOrganisation;
  /** Makes it a tripartite internship, of which there are only unsigned ones here. */
  readonly student?: TestAccount;
  /** The enterprise unless said. */
  readonly drafter?: 'COLLEGE' | 'ENTERPRISE';
  /** EFFECTIVE unless said: most specs are about what an agreement allows. */
  readonly state?: AgreementStateName;
  readonly title?: string;
  /** One clause unless said. */
  readonly clauses?: readonly { readonly heading: string; readonly body: string }[];
  /** None unless said; parties are the college (1) and the enterprise (2). */
  /** Sub-kind of a cooperation; an order class unless said. */
  readonly form?: string;
  readonly promisedStudents?: number;
  readonly obligations?: readonly Omit<ObligationText, 'key'>[];
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

const TERMS = [{ heading: '', body: '甲乙双方共同培养智能制造方向学生，企业提供实习岗位。' }];

/** An agreement as if it had long been there: no events, and signatures where its state needs them. */
export async function createAgreement(
  app: Pick<TestApp, 'get'>,
  options: AgreementOptions = {},
): Promise<TestAgreement> {
  const { state = 'EFFECTIVE', drafter = 'ENTERPRISE', clauses = TERMS } = options;
  const college = options.college ?? (await createOrganisation(app, { kind: 'COLLEGE' }));
  const enterprise = options.enterprise ?? (await createOrganisation(app));
  const today = app.get(Clock).today();
  const agreements = app.get(AgreementRepository);
  const { student } = options;
  const kind = kindOf(student ? 'TRIPARTITE_INTERNSHIP' : 'SCHOOL_ENTERPRISE');
  const number = agreementNumber(kind.prefix, today, await agreements.nextNumber());
  const parties = [
    { role: 'COLLEGE', organisationId: college.id, accountId: null, name: college.name },
    { role: 'ENTERPRISE', organisationId: enterprise.id, accountId: null, name: enterprise.name },
    ...(student
      ? [{ role: 'STUDENT', organisationId: null, accountId: student.account.id, name: '欧阳晓雨' }]
      : []),
  ];
  const text = {
    form: student ? null : (options.form ?? 'ORDER_CLASS'),
    title: options.title ?? '智能制造订单班合作协议',
    promisedStudents: options.promisedStudents ?? 40,
    startsOn: options.startsOn ?? today,
    endsOn: options.endsOn ?? addDays(today, 365),
    clauses: clauses.map((clause) => ({ key: null, ...clause })),
    annexes: [],
    obligations: (options.obligations ?? []).map((obligation) => ({ key: null, ...obligation })),
  };
  const hash = contentHash({ ...text, agreementNumber: number, kind: kind.code, parties });
  const id = await app.get(UnitOfWork).run(async () => {
    const id = await agreements.insert(
      {
        agreementNumber: number,
        kind: kind.code,
        drafterId: drafter === 'COLLEGE' ? college.id : enterprise.id,
        parties,
        text,
        origin: { contentHash: hash, madeBy: null, madeFor: null, note: null },
        signatories: defaultSignatories(kind, parties),
      },
      null,
    );
    if (state === 'DRAFT') return id;
    await putForward(app, id, state, hash);
    await sign(app, id, hash, signersOf(state, college, enterprise));
    return id;
  });
  return { id, college, enterprise, contentHash: hash };
}

async function putForward(
  app: Pick<TestApp, 'get'>,
  id: string,
  state: AgreementStateName,
  hash: string,
): Promise<void> {
  const now = app.get(Clock).now();
  const isOver = state === 'EXPIRED' || state === 'TERMINATED' || state === 'CANCELLED';
  await app.get(AgreementRepository).take(
    id,
    { transition: 'edit', from: 'DRAFT', to: state, actorId: null },
    {
      contentHash: state === 'NEGOTIATING' ? null : hash,
      sharedAt: now,
      signingRound: state === 'NEGOTIATING' ? 0 : 1,
      effectiveAt: state === 'EFFECTIVE' ? now : null,
      endedAt: isOver ? now : null,
    },
  );
  if (state === 'CANCELLED') await app.get(SignatoryRepository).voidOpen(id);
  else if (state !== 'NEGOTIATING') await app.get(SignatoryRepository).beginTurns(id);
}

async function sign(
  app: Pick<TestApp, 'get'>,
  id: string,
  contentHash: string,
  signers: readonly TestOrganisation[],
): Promise<void> {
  const signatories = app.get(SignatoryRepository);
  const turns = await signatories.listOf(id);
  for (const { id: organisationId, kind, administrator } of signers) {
    const accountId = administrator.account.id;
    const signatory = turns.find(
      ({ partyPosition }) => partyPosition === (kind === 'COLLEGE' ? 1 : 2),
    );
    if (!signatory) throw new Error('The party has no turn');
    await signatories.settle(signatory.id, ['READY'], 'SIGNED', { accountId });
    const signed = { contentHash, versionNumber: 1, signingRound: 1 };
    await signatories.sign({ signatory, organisationId, accountId, ...signed });
  }
}

function signersOf(
  state: AgreementStateName,
  college: TestOrganisation,
  enterprise: TestOrganisation,
): TestOrganisation[] {
  if (['NEGOTIATING', 'IN_REVIEW', 'AWAITING_SIGNATURES', 'CANCELLED'].includes(state)) return [];
  return state === 'PARTIALLY_SIGNED' ? [enterprise] : [college, enterprise];
}
