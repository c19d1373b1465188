import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { EnrolmentRepository } from '../../src/modules/agreements/enrolment/enrolment.repository.js';
import { CeremonyRepository } from '../../src/modules/agreements/ceremony/ceremony.repository.js';
import { TemplateRepository } from '../../src/modules/agreements/templates/template.repository.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import type { TestApp } from '../support/app.js';
import type { ListScenario } from './scenario.js';

const OBLIGATIONS = [
  {
    partyPosition: 2,
    metric: 'GRADUATES_HIRED',
    quantity: 10,
    dueOn: '2027-06-30',
    proof: 'RECORDS',
  },
] as const;

/** An order class with so many students on its list. */
async function createOrderClass(app: TestApp, rows: number, student?: TestAccount) {
  const enterprise = await createEnterpriseWithRecruiter(app);
  const college = await createCollegeWithClerk(app);
  const { id: agreementId } = await createAgreement(app, { college, enterprise });
  for (let made = 0; made < rows; made += 1) {
    const place = await createAffiliation(app, {
      collegeId: college.id,
      ...(student && { student }),
    });
    const accountId = place.student?.account.id ?? '';
    await app
      .get(UnitOfWork)
      .run(() =>
        app
          .get(EnrolmentRepository)
          .insert({ agreementId, affiliationId: place.id, accountId, listedBy: null }),
      );
  }
  return { agreementId, college, recruiter: enterprise.recruiter };
}

export const scenarios: ListScenario[] = [
  {
    field: 'agreements',
    query: `query { agreements(first: 50) { totalCount nodes { id agreementNumber state title startsOn endsOn
      college { name } enterprise { name } signatures { signedAt signer { displayName } organisation { name } }
      history { transition occurredAt } viewerCan { edit sign terminate }
      obligations { delivered state metric { name } records { label } entries { note } }
      comments { body author { displayName } replies { body } }
      versions { number author { displayName } clauses { body } } } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const college = await createCollegeWithClerk(app);
      for (let made = 0; made < rows; made += 1)
        await createAgreement(app, { college, enterprise, obligations: OBLIGATIONS });
      return { as: enterprise.recruiter };
    },
  },
  {
    field: 'myAgreements',
    query: `query { myAgreements(first: 50) { totalCount nodes { id title state clauses { heading body } parties { name }
      signatories { role state } myTurns { id } viewerCan { sign decline } } } }`,
    async prepare(app, rows) {
      const college = await createOrganisation(app, { kind: 'COLLEGE' });
      const enterprise = await createOrganisation(app);
      const guardian = await createAccount(app);
      for (let made = 0; made < rows; made += 1) {
        const { id } = await createAgreement(app, { enterprise, college, state: 'DRAFT' });
        await app.database.pool.query(`update agreements set shared_at = now() where id = $1`, [
          id,
        ]);
        await app.database.pool.query(
          `insert into agreement_signatories (id, agreement_id, party_position, role, step, account_id, turn_days)
           values (gen_random_uuid(), $1, 1, 'guardian', 1, $2, 90)`,
          [id, guardian.account.id],
        );
      }
      return { as: guardian };
    },
  },
  {
    field: 'agreementKinds',
    query: `query { agreementKinds { code name subKinds { code name } roles { code name organisationKinds } } }`,
    async prepare(app) {
      return { as: await createAccount(app), expected: 5 };
    },
  },
  {
    field: 'obligationMetrics',
    query: `query { obligationMetrics { code name unit records roles } }`,
    prepare: () => Promise.resolve({ expected: null }),
  },
  {
    field: 'agreementRegistry',
    query: `query ($organisationId: ID!) { agreementRegistry(organisationId: $organisationId, first: 50) { totalCount
      nodes { id title subKindName signedAt kind { name } parties { name roleName province { name } } } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const college = await createCollegeWithClerk(app);
      for (let made = 0; made < rows; made += 1)
        await createAgreement(app, { college, enterprise });
      return { as: enterprise.recruiter, variables: { organisationId: enterprise.id } };
    },
  },
  {
    field: 'agreementCeremonies',
    query: `query ($organisationId: ID!) { agreementCeremonies(organisationId: $organisationId, first: 50) { totalCount
      nodes { id name place startsAt state organisation { name } viewerCan { edit open }
        pairs { position agreementNumber kindName isComplete signers { partyName name state signedAt } } } } }`,
    async prepare(app, rows) {
      const { id, officer } = await createBureauWithOfficer(app);
      const college = await createOrganisation(app, { kind: 'COLLEGE' });
      const enterprise = await createOrganisation(app);
      for (let made = 0; made < rows; made += 1) {
        const agreement = await createAgreement(app, { college, enterprise });
        const [name, place, startsAt] = ['签约仪式', '会议中心', app.get(Clock).now()];
        const agreementIds = [agreement.id];
        await app.get(CeremonyRepository).insert(id, { name, place, startsAt, agreementIds }, null);
      }
      return { as: officer, variables: { organisationId: id } };
    },
  },
  {
    field: 'agreementCeremonyCandidates',
    query: `query ($organisationId: ID!) { agreementCeremonyCandidates(organisationId: $organisationId, first: 50) {
      totalCount nodes { id agreementNumber title partyNames } } }`,
    async prepare(app, rows) {
      const { id, officer } = await createBureauWithOfficer(app);
      const college = await createOrganisation(app, { kind: 'COLLEGE' });
      const enterprise = await createOrganisation(app);
      for (let made = 0; made < rows; made += 1)
        await createAgreement(app, { college, enterprise, state: 'AWAITING_SIGNATURES' });
      return { as: officer, variables: { organisationId: id } };
    },
  },
  {
    field: 'agreementPartyCandidates',
    query: `query ($organisationId: ID!) { agreementPartyCandidates(organisationId: $organisationId) { accountId name note } }`,
    async prepare(app, rows) {
      const { id: organisationId, clerk } = await createCollegeWithClerk(app);
      for (let made = 0; made < rows; made += 1)
        await createAffiliation(app, { collegeId: organisationId });
      return { as: clerk, variables: { organisationId } };
    },
  },
  {
    field: 'orderClassEnrolments',
    query: `query ($agreementId: ID!) { orderClassEnrolments(agreementId: $agreementId, first: 50) { totalCount
      nodes { id state studentName majorName enterpriseName viewerCan { decide remove } } } }`,
    async prepare(app, rows) {
      const { agreementId, recruiter } = await createOrderClass(app, rows);
      return { as: recruiter, variables: { agreementId } };
    },
  },
  {
    field: 'orderClassCandidates',
    query: `query ($agreementId: ID!) { orderClassCandidates(agreementId: $agreementId) { affiliationId studentName } }`,
    async prepare(app, rows) {
      const { agreementId, college } = await createOrderClass(app, 0);
      for (let made = 0; made < rows; made += 1)
        await createAffiliation(app, { collegeId: college.id });
      return { as: college.clerk, variables: { agreementId } };
    },
  },
  {
    field: 'myOrderClassEnrolments',
    query: `query { myOrderClassEnrolments(first: 50) { totalCount nodes { id state collegeName reason viewerCan { leave } } } }`,
    async prepare(app, rows) {
      const student = await createAccount(app);
      for (let made = 0; made < rows; made += 1) {
        const { agreementId } = await createOrderClass(app, 1, student);
        await app.get(EnrolmentRepository).endAll(agreementId);
      }
      return { as: student };
    },
  },
  {
    field: 'agreementTemplates',
    query: `query ($organisationId: ID!) { agreementTemplates(organisationId: $organisationId, first: 50) { totalCount
      nodes { id name kind { name } viewerCanEdit builtInGaps { label } clauses { body } variables { name } } } }`,
    async prepare(app, rows) {
      const { id: organisationId, recruiter } = await createEnterpriseWithRecruiter(app);
      const [kind, form, name] = ['SCHOOL_ENTERPRISE', null, '模板'];
      const content = { title: '协议', clauses: [{ heading: '', body: '正文' }], variables: [] };
      for (let made = 0; made < rows; made += 1)
        await app
          .get(TemplateRepository)
          .insert({ organisationId, kind, form, name }, content, null);
      return { as: recruiter, variables: { organisationId } };
    },
  },
  {
    field: 'builtInAgreementTemplates',
    query: `query { builtInAgreementTemplates { id name kind { name } clauses { body } } }`,
    async prepare(app) {
      return { as: (await createEnterpriseWithRecruiter(app)).recruiter, expected: 8 };
    },
  },
];
