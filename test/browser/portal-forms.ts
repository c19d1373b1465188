import { createAffiliation } from '../factories/affiliation.factory.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { EnrolmentRepository } from '../../src/modules/agreements/enrolment/enrolment.repository.js';
import { ObligationReader } from '../../src/modules/agreements/obligations/obligation.reader.js';
import { ObligationRepository } from '../../src/modules/agreements/obligations/obligation.repository.js';
import { createAgreement, type TestAgreement } from '../factories/agreement.factory.js';
import { createApplication, createInterview } from '../factories/application.factory.js';
import { createJobFair } from '../factories/job-fair.factory.js';
import { addDays, createJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createVerification } from '../factories/verification.factory.js';
import type { TestApp } from '../support/app.js';
import { createTeam } from './main-job.cast.js';
import { AGREEMENT_FORMS, agreementSceneOf } from './portal-agreement-forms.js';
import { english, form, once, type PortalForm, type Writer } from './portal-form.js';

const candidates = '/work/:enterprise/postings/:posting/candidates';

/** The forms of the portal in which people write. */
export const PORTAL_FORMS: readonly PortalForm[] = [
  form('anyone', '/sign-in', '登录'),
  form('anyone', '/sign-up', '注册'),
  form('anyone', '/forgot-password', '重设密码'),
  form('graduate', '/me/profile?step=basics', '保存'),
  form('graduate', '/me/profile?step=intentions', '保存'),
  form('graduate', '/me/profile?step=educations', '保存'),
  form('graduate', '/me/profile?step=skills', '保存'),
  form('graduate', '/me/profile?step=experiences', '添加工作或实习经历', '保存'),
  form('graduate', '/me/profile?step=certificates', '添加证书', '保存'),
  form('graduate', '/me/account', '修改姓名或称呼', '保存'),
  form('graduate', '/me/account', '设置手机号', '设置手机号'),
  form('graduate', '/me/account', '设置密码', '设置密码'),
  form('graduate', '/me/college', '提交认领'),
  once('graduate', '/me/college', '退出订单班', '退出订单班'),
  form('graduate', '/jobs/:posting', '立即投递', '投递'),
  form('graduate', '/jobs/:posting', '提问', '提交问题'),
  form('graduate', '/jobs/:posting', '举报', '提交举报'),
  once('graduate', '/me/applications/:interviewing', '谢绝', '谢绝'),
  form('graduate', '/work/new', '登记单位'),
  form('recruiter', '/work/:enterprise/profile', '保存'),
  form('recruiter', '/work/:enterprise/team', '邀请成员', '发出邀请'),
  form('recruiter', '/work/:enterprise/api-keys', '新建密钥', '新建密钥'),
  form('recruiter', '/work/:enterprise/postings/new', '提交审核'),
  form('recruiter', '/work/:enterprise/postings/:draft/edit', '保存草稿'),
  form('recruiter', candidates, '周明 的操作', '安排面试', '发出邀请'),
  once('recruiter', candidates, '吴楠 的操作', '发录用通知', '发出录用通知'),
  once('recruiter', candidates, '郑雨 的操作', '结束应聘', '结束应聘'),
  form('recruiter', '/work/:enterprise/applications/:shortlisted', '保存备注'),
  form('recruiter', '/work/:enterprise/agreements/new', '保存草稿'),
  form(
    'recruiter',
    '/work/:enterprise/agreements/new?kind=TRIPARTITE_INTERNSHIP',
    '添加约定事项',
    '保存草稿',
  ),
  form('officer', '/work/:bureau/agreements/new', '保存草稿'),
  form('recruiter', '/work/:enterprise/agreements/:agreementDraft/edit', '保存草稿'),
  form('recruiter', '/work/:enterprise/agreement-templates/new', '保存模板'),
  form('recruiter', '/work/:enterprise/job-fairs/new', '保存'),
  form('recruiter', '/work/:enterprise/job-fairs/:fairDraft/edit', '保存'),
  once('recruiter', '/job-fairs/:invitingFair', '谢绝邀请', '谢绝邀请'),
  form(
    'recruiter',
    '/work/:enterprise/agreements/:agreementInForce',
    '登记完成情况',
    '登记完成情况',
  ),
  once('recruiter', '/work/:enterprise/agreements/:agreementInForce', '提出异议', '提出异议'),
  once('recruiter', '/work/:enterprise/agreements/:agreementInForce', '中止履行', '中止履行'),
  ...AGREEMENT_FORMS,
  once('officer', '/work/:bureau/reviews/:removable', '下架', '下架'),
  form('officer', '/work/:bureau/verifications/:verification', '不通过', '不通过'),
  form('officer', '/work/:bureau/organisations/:enterprise', '指定新管理员', '指定新管理员'),
  form('officer', '/work/:bureau/organisations/:other', '暂停', '暂停'),
  form('officer', '/work/:bureau/allocations/new', '保存并继续'),
  form('administrator', '/platform/organisations', '登记人社部门', '登记人社部门'),
  english('anyone', '/sign-up', 'Sign up'),
  english('graduate', '/me/profile?step=experiences', 'Add work or internship', 'Save'),
  english('graduate', '/jobs/:posting', 'Report', 'Send the report'),
  english('recruiter', '/work/:enterprise/postings/new', 'Submit for review'),
  english('officer', '/work/:bureau/verifications/:verification', 'Refuse', 'Refuse'),
  english('officer', '/work/:bureau/allocations/new', 'Save and go on'),
];

/** Who writes, and the records their forms are about. */
export async function sceneOf(app: TestApp) {
  const enterprise = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  const bureau = await createTeam(app, 'HR_BUREAU', '吴中人力资源和社会保障局');
  const writer = async (isAdministrator = false) =>
    createAccount(app, { channel: 'PORTAL', isAdministrator });
  const graduate = await createProfile(app, { person: await writer(), fullName: '林晓' });
  const posting = await createJobPosting(app, { organisation: enterprise });
  const removable = await createJobPosting(app);
  const draft = await createJobPosting(app, { organisation: enterprise, state: 'DRAFT' });
  const candidate = async (fullName: string) =>
    createApplication(app, {
      posting,
      applicant: await createProfile(app, { fullName }),
      state: 'SHORTLISTED',
    });
  const shortlisted = await candidate('周明');
  await candidate('吴楠');
  await candidate('郑雨');
  const interviewing = await createApplication(app, { applicant: graduate, state: 'INTERVIEWING' });
  await createInterview(app, interviewing);
  const agreementDraft = await createAgreement(app, { enterprise, state: 'DRAFT' });
  const visits = {
    partyPosition: 1,
    metric: 'VISITS_HELD',
    quantity: 4,
    proof: 'ENTRIES',
  } as const;
  const dueOn = addDays(app.get(Clock).today(), 30);
  const agreementInForce = await createAgreement(app, {
    enterprise,
    obligations: [{ ...visits, dueOn }],
  });
  await enterEvidence(app, agreementInForce);
  await listInClass(app, agreementInForce, graduate.person);
  const { college } = agreementInForce;
  const invited = [{ organisationId: enterprise.id, agreementId: agreementInForce.id }];
  const invitingFair = await createJobFair(app, { organiser: college, invited });
  const fairDraft = await createJobFair(app, { organiser: enterprise, stage: 'DRAFT' });
  const verification = await createVerification(app, { officer: bureau.administrator });
  const other = await createOrganisation(app);
  const tokens: Readonly<Record<Exclude<Writer, 'anyone'>, string>> = {
    graduate: graduate.person.token,
    recruiter: enterprise.administrator.token,
    officer: bureau.administrator.token,
    administrator: (await writer(true)).token,
  };
  const records = {
    enterprise,
    bureau,
    posting,
    removable,
    draft,
    shortlisted,
    interviewing,
    ...(await agreementSceneOf(app, enterprise)),
    agreementDraft,
    agreementInForce,
    invitingFair,
    fairDraft,
    verification,
    other,
  };
  return { tokens, records };
}

/** The college says that it did something. */
async function enterEvidence(
  app: TestApp,
  { id: agreementId, college }: TestAgreement,
): Promise<void> {
  const [obligation] = await app.get(ObligationReader).currentOf(agreementId);
  await app.get(UnitOfWork).run(() =>
    app.get(ObligationRepository).enter({
      agreementId,
      obligationKey: obligation?.key ?? '',
      quantity: 1,
      happenedOn: app.get(Clock).today(),
      note: '组织学生赴企业参观',
      partyPosition: 1,
      enteredBy: college.administrator.account.id,
    }),
  );
}

/** The student is on the list of the order class. */
async function listInClass(
  app: TestApp,
  { id: agreementId, college }: TestAgreement,
  student: TestAccount,
): Promise<void> {
  const { id: affiliationId } = await createAffiliation(app, { collegeId: college.id, student });
  const accountId = student.account.id;
  await app
    .get(UnitOfWork)
    .run(() =>
      app
        .get(EnrolmentRepository)
        .insert({ agreementId, affiliationId, accountId, listedBy: null }),
    );
}

export type Scene = Awaited<ReturnType<typeof sceneOf>>;

/** The address with the ids of the scene. */
export function addressIn({ records }: Scene, { address }: PortalForm): string {
  return address.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (!(name in records)) throw new Error(`The scene has no ${name}`);
    return records[name as keyof typeof records].id;
  });
}
