import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { CeremonyRepository } from '../../src/modules/agreements/ceremony/ceremony.repository.js';
import { CommentRepository } from '../../src/modules/agreements/comments/comment.repository.js';
import { EnrolmentRepository } from '../../src/modules/agreements/enrolment/enrolment.repository.js';
import { ObligationReader } from '../../src/modules/agreements/obligations/obligation.reader.js';
import { TemplateRepository } from '../../src/modules/agreements/templates/template.repository.js';
import { ObligationRepository } from '../../src/modules/agreements/obligations/obligation.repository.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import type { TestAccount } from '../factories/account.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import type { TestApp } from '../support/app.js';

type People = Readonly<Record<'administrator' | 'recruiter' | 'seeker', TestAccount>>;

/** Agreements of a tenant's college and enterprise, in every state the root fields ask for, and what belongs to them. */
export async function createAgreements(
  app: TestApp,
  parties: Required<Pick<AgreementOptions, 'college' | 'enterprise'>>,
  people: People,
): Promise<Record<string, string>> {
  const inState = async (state: AgreementOptions['state']): Promise<string> =>
    (await createAgreement(app, { ...parties, state })).id;
  const agreement = await inState('AWAITING_SIGNATURES');
  const draftAgreement = await inState('DRAFT');
  const { rows } = await app.database.pool.query<{ clause_key: string }>(
    `select clause_key from agreement_clauses where agreement_id = $1`,
    [draftAgreement],
  );
  const clause = rows[0]?.clause_key ?? '';
  await app.get(CommentRepository).insert({
    agreementId: draftAgreement,
    clauseKey: clause,
    versionNumber: 1,
    accountId: people.recruiter.account.id,
    partyPosition: 2,
    isInternal: true,
    replyToId: null,
    body: '待商量',
  });
  const comment = await app.get(UnitOfWork).db.agreementComment.findFirst({
    where: { agreementId: draftAgreement },
  });
  const agreementTemplate = await app.get(TemplateRepository).insert(
    {
      organisationId: parties.enterprise.id,
      kind: 'SCHOOL_ENTERPRISE',
      form: null,
      name: '模板',
    },
    { title: '合作协议', clauses: [{ heading: '', body: '正文' }], variables: [] },
    null,
  );
  const promises = await createPromises(app, parties, people.recruiter);
  const upload = (as: TestAccount, purpose: string): Promise<string> =>
    uploadFile(app, as, { purpose, fileName: '附件.pdf', bytes: pdf() });
  return {
    agreement,
    draftAgreement,
    effectiveAgreement: await inState('EFFECTIVE'),
    ...promises,
    ...(await createOrderClass(app, parties, people.recruiter)),
    clause,
    comment: comment?.id ?? '',
    agreementTemplate,
    annexFile: await upload(people.recruiter, 'agreementAnnex'),
    powerFile: await upload(people.administrator, 'agreementPower'),
    paperFile: await upload(people.administrator, 'agreementPaper'),
    ...(await createSigning(app, agreement, people)),
  };
}

/** A planned ceremony and an open one, each with a pair of its own. */
export async function createCeremonies(
  app: TestApp,
  bureau: TestOrganisation,
  parties: Required<Pick<AgreementOptions, 'college' | 'enterprise'>>,
): Promise<Record<string, string>> {
  const plan = async (): Promise<string> => {
    const { id } = await createAgreement(app, { ...parties, state: 'AWAITING_SIGNATURES' });
    const [name, place, startsAt] = ['签约仪式', '会议中心', app.get(Clock).now()];
    return app
      .get(CeremonyRepository)
      .insert(bureau.id, { name, place, startsAt, agreementIds: [id] }, null);
  };
  const [ceremony, openCeremony] = [await plan(), await plan()];
  await app.get(CeremonyRepository).setOnStage(openCeremony, true);
  await app.get(CeremonyRepository).take({ id: openCeremony, state: 'PLANNED' }, 'OPEN', null);
  return { ceremony, openCeremony };
}

/** The turn of the enterprise, opened by its administrator, with a link, a power for the seeker and a scan. */
async function createSigning(
  app: TestApp,
  agreementId: string,
  { administrator, recruiter, seeker }: People,
): Promise<Record<string, string>> {
  const { db } = app.get(UnitOfWork);
  const { id: signatory, agreement } = await db.agreementSignatory.findFirstOrThrow({
    where: { agreementId, partyPosition: 2 },
    include: { agreement: true },
  });
  const now = app.get(Clock).now();
  const later = new Date(now.getTime() + 86_400_000);
  const of = { agreementId, signatoryId: signatory };
  const contentHash = agreement.contentHash ?? '';
  const { id: accountId } = administrator.account;
  const link = await db.agreementSigningLink.create({
    data: { ...of, tokenHash: '0', createdBy: accountId, createdAt: now, expiresAt: later },
  });
  const { sessionId } = administrator;
  const session = await db.agreementSigningSession.create({
    data: {
      ...of,
      accountId,
      sessionId,
      contentHash,
      openedAt: now,
      expiresAt: later,
      needsCode: true,
    },
  });
  const power = await uploadFile(app, administrator, {
    purpose: 'agreementPower',
    fileName: '授权委托书.pdf',
    bytes: pdf(),
  });
  const delegation = await db.agreementDelegation.create({
    data: {
      ...of,
      delegateId: seeker.account.id,
      fileId: power,
      validFrom: new Date(0),
      validUntil: later,
      madeBy: accountId,
      madeAt: now,
    },
  });
  const scan = await uploadFile(app, recruiter, {
    purpose: 'agreementPaper',
    fileName: '签署件.pdf',
    bytes: pdf(),
  });
  const paper = await db.agreementPaperCopy.create({
    data: {
      ...of,
      fileId: scan,
      contentHash,
      signingRound: 1,
      uploadedBy: recruiter.account.id,
      uploadedAt: now,
    },
  });
  return {
    signatory,
    link: link.id,
    signingSession: session.id,
    delegation: delegation.id,
    paperCopy: paper.id,
  };
}

/** An agreement in force with an obligation that entries prove, and one entry of each side. */
/** An order class with a student on its list. */
async function createOrderClass(
  app: TestApp,
  parties: Required<Pick<AgreementOptions, 'college' | 'enterprise'>>,
  student: TestAccount,
): Promise<Record<string, string>> {
  const { id: agreementId } = await createAgreement(app, parties);
  const place = await createAffiliation(app, { collegeId: parties.college.id, student });
  const accountId = student.account.id;
  const enrolment = await app
    .get(UnitOfWork)
    .run(() =>
      app
        .get(EnrolmentRepository)
        .insert({ agreementId, affiliationId: place.id, accountId, listedBy: null }),
    );
  return { classAgreement: agreementId, enrolment };
}

async function createPromises(
  app: TestApp,
  parties: Required<Pick<AgreementOptions, 'college' | 'enterprise'>>,
  recruiter: TestAccount,
): Promise<Record<string, string>> {
  const today = app.get(Clock).today();
  const { id } = await createAgreement(app, {
    ...parties,
    obligations: [
      { partyPosition: 1, metric: 'VISITS_HELD', quantity: 4, dueOn: today, proof: 'ENTRIES' },
    ],
  });
  const [obligation] = await app.get(ObligationReader).currentOf(id);
  const enter = (partyPosition: number): Promise<string> =>
    app.get(UnitOfWork).run(() =>
      app.get(ObligationRepository).enter({
        agreementId: id,
        obligationKey: obligation?.key ?? '',
        quantity: 1,
        happenedOn: today,
        note: '企业走访',
        partyPosition,
        enteredBy: recruiter.account.id,
      }),
    );
  return {
    promisingAgreement: id,
    obligation: obligation?.key ?? '',
    collegeEntry: await enter(1),
    enterpriseEntry: await enter(2),
  };
}
