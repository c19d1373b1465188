import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import type { As } from '../support/client.js';
import { postingScene } from './job-postings.scene.js';
import { CLAIM, NOBODY, outboxOf, refusals } from './job-postings.support.js';

const scene = postingScene();
const { expectUntouched, newDraft, seen, submit } = scene;

beforeAll(scene.start);
beforeEach(scene.reset);
afterAll(scene.stop);

let keys = 0;
const key = (): string => `people-${String(++keys)}`;

const QUESTION = 'question { id question answer isHidden isMine } userErrors { code field }';
const ASK = `mutation ($input: AskJobPostingQuestionInput!) { askJobPostingQuestion(input: $input) { ${QUESTION} } }`;
const ANSWER = `mutation ($input: AnswerJobPostingQuestionInput!) { answerJobPostingQuestion(input: $input) { ${QUESTION} } }`;
const HIDE = `mutation ($input: HideJobPostingQuestionInput!) { hideJobPostingQuestion(input: $input) { ${QUESTION} } }`;
const QUESTIONS = `query ($id: ID!, $isAnswered: Boolean) {
  jobPostingQuestions(jobPostingId: $id, isAnswered: $isAnswered) { nodes { question answer } totalCount }
}`;
const REPORT_BODY =
  'report { id state dueAt remark jobPosting { id } organisation { id } } userErrors { code field }';
const REPORT = `mutation ($input: ReportJobPostingInput!) { reportJobPosting(input: $input) { ${REPORT_BODY} } }`;
const REPORT_EMPLOYER = `mutation ($input: ReportEmployerInput!) { reportEmployer(input: $input) { ${REPORT_BODY} } }`;
const UPHOLD = `mutation ($input: HandleJobPostingReportInput!) { upholdJobPostingReport(input: $input) { ${REPORT_BODY} } }`;
const DISMISS = `mutation ($input: HandleJobPostingReportInput!) { dismissJobPostingReport(input: $input) { ${REPORT_BODY} } }`;
const REPORTS = `{ jobPostingReportQueue { nodes { id statement } totalCount } }`;
const MY_REPORTS = `{ myJobPostingReports { nodes { state remark } } }`;
const BOOKMARK = `mutation ($input: JobPostingIdInput!) { bookmarkJobPosting(input: $input) { jobPosting { id isBookmarked } userErrors { code field } } }`;
const UNBOOKMARK = `mutation ($input: JobPostingIdInput!) { removeJobPostingBookmark(input: $input) { jobPostingId userErrors { code field } } }`;
const BOOKMARKS = `{ bookmarkedJobPostings { nodes { id } totalCount } }`;

const ask = (jobPostingId: string, as: As, question = '请问夜班补贴是多少？') =>
  scene.app.gql(ASK, { input: { idempotencyKey: key(), jobPostingId, question } }, { as });
const report = (jobPostingId: string, as: As) =>
  scene.app.gql(
    REPORT,
    {
      input: {
        idempotencyKey: key(),
        jobPostingId,
        reason: 'FEES',
        statement: '面试时要求先交五百元服装费。',
      },
    },
    { as },
  );
const handle = (query: string, reportId: string, as: As) =>
  scene.app.gql(query, { input: { reportId, remark: '已核实并处理。' } }, { as });

const posting = () => createJobPosting(scene.app, { organisation: scene.enterprise });

describe('questions about a posting', () => {
  it('are answered for everyone, and nobody learns who asked', async () => {
    const { id } = await posting();
    const person = await createAccount(scene.app);
    const asked = await ask(id, person);
    const questionId = asked.data.askJobPostingQuestion.question.id as string;
    expect(asked.data.askJobPostingQuestion.question).toMatchObject({ isMine: true, answer: null });
    const list = async (as: As) => {
      const { data } = await scene.app.gql(QUESTIONS, { id }, { as });
      return data.jobPostingQuestions.totalCount as number;
    };
    expect([await list(null), await list(person), await list(scene.enterprise.recruiter)]).toEqual([
      0, 1, 1,
    ]);
    const answered = await scene.app.gql(
      ANSWER,
      { input: { questionId, answer: '每晚三十元。' } },
      { as: scene.enterprise.recruiter },
    );
    expect(answered.data.answerJobPostingQuestion).toEqual({
      question: {
        id: questionId,
        question: '请问夜班补贴是多少？',
        answer: '每晚三十元。',
        isHidden: false,
        isMine: false,
      },
      userErrors: [],
    });
    expect(await list(null)).toBe(1);
    expect(await outboxOf(scene.app)).toEqual(['questionAsked', 'questionAnswered']);
    await scene.app.gql(HIDE, { input: { questionId } }, { as: scene.bureau.officer });
    expect(await list(null)).toBe(0);
  });

  it('are asked about open postings of others, by people', async () => {
    const { id } = await posting();
    const { id: draftId } = await createJobPosting(scene.app, { state: 'DRAFT' });
    const person = await createAccount(scene.app);
    await expectUntouched(async () => {
      expect((await ask(id, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(refusals(await ask(draftId, person))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['jobPostingId'] },
      ]);
      expect(refusals(await ask(id, scene.enterprise.recruiter))).toEqual([
        { code: 'JOB_POSTING_QUESTION_OWN_POSTING', field: null },
      ]);
      expect(refusals(await ask(id, person, '在？'))).toEqual([
        { code: 'INPUT_TOO_SHORT', field: ['question'] },
      ]);
    });
  });

  it('are answered once, by the employer alone', async () => {
    const { id } = await posting();
    const asked = await ask(id, await createAccount(scene.app));
    const questionId = asked.data.askJobPostingQuestion.question.id as string;
    const other = await createEnterpriseWithRecruiter(scene.app);
    const answer = (as: As, of = questionId) =>
      scene.app.gql(ANSWER, { input: { questionId: of, answer: '三十元' } }, { as });
    await expectUntouched(async () => {
      const foreign = await answer(other.recruiter);
      expect(refusals(foreign)).toEqual([{ code: 'REQUEST_NOT_FOUND', field: ['questionId'] }]);
      expect(foreign.data).toEqual((await answer(other.recruiter, NOBODY)).data);
    });
    const answers = await Promise.all([
      answer(scene.enterprise.recruiter),
      answer(scene.enterprise.recruiter),
    ]);
    expect(answers.flatMap(refusals)).toEqual([
      { code: 'JOB_POSTING_QUESTION_ANSWERED', field: ['questionId'] },
    ]);
  });

  it('are hidden once, by the bureau in charge alone', async () => {
    const { id } = await posting();
    const asked = await ask(id, await createAccount(scene.app));
    const questionId = asked.data.askJobPostingQuestion.question.id as string;
    const hide = (as: As) => scene.app.gql(HIDE, { input: { questionId } }, { as });
    const elsewhere = await createBureauWithOfficer(scene.app, { regionCode: '520600' });
    expect(refusals(await hide(elsewhere.officer))).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: ['questionId'] },
    ]);
    expect(refusals(await hide(scene.bureau.officer))).toEqual([]);
    expect(refusals(await hide(scene.bureau.officer))).toEqual([
      { code: 'JOB_POSTING_QUESTION_HIDDEN', field: ['questionId'] },
    ]);
  });
});

describe('reports', () => {
  it('reach the bureau with a clock, and an upheld one removes the posting', async () => {
    const { id } = await posting();
    const person = await createAccount(scene.app);
    const { data } = await report(id, person);
    expect(data.reportJobPosting.report).toEqual({
      id: expect.any(String) as string,
      state: 'OPEN',
      dueAt: '2026-11-26T16:00:00.000Z',
      remark: null,
      jobPosting: { id },
      organisation: null,
    });
    const queue = await scene.app.gql(REPORTS, {}, { as: scene.bureau.officer });
    expect(queue.data.jobPostingReportQueue.totalCount).toBe(1);
    const reportId = data.reportJobPosting.report.id as string;
    expect(refusals(await handle(UPHOLD, reportId, scene.bureau.officer))).toEqual([]);
    expect(await seen(id)).toBeNull();
    expect(await outboxOf(scene.app)).toEqual([
      'reportFiled',
      'reportHandled',
      'jobPostingClosed REMOVED',
    ]);
    const mine = await scene.app.gql(MY_REPORTS, {}, { as: person });
    expect(mine.data.myJobPostingReports.nodes).toEqual([
      { state: 'UPHELD', remark: '已核实并处理。' },
    ]);
    expect(refusals(await handle(DISMISS, reportId, scene.bureau.officer))).toEqual([
      { code: 'JOB_POSTING_REPORT_HANDLED', field: ['reportId'] },
    ]);
  });

  it('are filed once while open, by people, about what they can see', async () => {
    const { id } = await posting();
    const { id: draftId } = await createJobPosting(scene.app, { state: 'DRAFT' });
    const person = await createAccount(scene.app);
    await report(id, person);
    await expectUntouched(async () => {
      expect(refusals(await report(id, person))).toEqual([
        { code: 'JOB_POSTING_REPORT_OPEN_EXISTS', field: null },
      ]);
      expect(refusals(await report(draftId, person))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['jobPostingId'] },
      ]);
      expect((await report(id, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });
  });

  it('about an employer can be dismissed, and are nobody’s business elsewhere', async () => {
    const person = await createAccount(scene.app);
    const file = (as: TestAccount) =>
      scene.app.gql(
        REPORT_EMPLOYER,
        {
          input: {
            idempotencyKey: key(),
            organisationId: scene.enterprise.id,
            reason: 'FAKE_EMPLOYER',
            statement: '地址与登记不符，现场无此公司。',
          },
        },
        { as },
      );
    const { data } = await file(person);
    expect(data.reportEmployer.report.organisation).toEqual({ id: scene.enterprise.id });
    expect(refusals(await file(person))).toEqual([
      { code: 'JOB_POSTING_REPORT_OPEN_EXISTS', field: null },
    ]);
    const reportId = data.reportEmployer.report.id as string;
    const elsewhere = await createBureauWithOfficer(scene.app, { regionCode: '520600' });
    const others = await scene.app.gql(REPORTS, {}, { as: elsewhere.officer });
    expect(others.data.jobPostingReportQueue.totalCount).toBe(0);
    const foreign = await handle(DISMISS, reportId, elsewhere.officer);
    expect(foreign.data).toEqual((await handle(DISMISS, NOBODY, elsewhere.officer)).data);
    expect(refusals(foreign)).toEqual([{ code: 'REQUEST_NOT_FOUND', field: ['reportId'] }]);
    expect(
      (await handle(DISMISS, reportId, scene.enterprise.recruiter)).errors?.[0]?.extensions.code,
    ).toBe('FORBIDDEN');
    expect(refusals(await handle(DISMISS, reportId, scene.bureau.officer))).toEqual([]);
    const unknown = await scene.app.gql(
      REPORT_EMPLOYER,
      {
        input: {
          idempotencyKey: key(),
          organisationId: NOBODY,
          reason: 'OTHER',
          statement: '没有这样的单位存在于此。',
        },
      },
      { as: person },
    );
    expect(refusals(unknown)).toEqual([{ code: 'REQUEST_NOT_FOUND', field: ['organisationId'] }]);
  });
});

describe('bookmarks', () => {
  it('are kept once, listed while the posting can be seen, and removed', async () => {
    const { id } = await posting();
    const person = await createAccount(scene.app);
    const put = (as: As, jobPostingId = id) =>
      scene.app.gql(BOOKMARK, { input: { jobPostingId } }, { as });
    const list = async () => {
      const { data } = await scene.app.gql(BOOKMARKS, {}, { as: person });
      return data.bookmarkedJobPostings as { nodes: { id: string }[]; totalCount: number };
    };
    expect((await put(person)).data.bookmarkJobPosting.jobPosting).toEqual({
      id,
      isBookmarked: true,
    });
    await put(person);
    expect(await list()).toEqual({ nodes: [{ id }], totalCount: 1 });
    await scene.app.database.pool.query(`update job_postings set state = 'paused' where id = $1`, [
      id,
    ]);
    expect((await list()).totalCount).toBe(0);
    expect(refusals(await put(await createAccount(scene.app)))).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: ['jobPostingId'] },
    ]);
    expect((await put(null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { data } = await scene.app.gql(
      UNBOOKMARK,
      { input: { jobPostingId: id } },
      { as: person },
    );
    expect(data.removeJobPostingBookmark).toEqual({ jobPostingId: id, userErrors: [] });
    const { rows } = await scene.app.database.pool.query('select 1 from job_posting_bookmarks');
    expect(rows).toEqual([]);
  });
});

describe('claiming an external posting', () => {
  const claim = (jobPostingId: string, organisationId: string, as: As) =>
    scene.app.gql(
      CLAIM,
      { input: { idempotencyKey: key(), jobPostingId, organisationId } },
      { as },
    );
  const external = (employerName: string) =>
    createJobPosting(scene.app, {
      publication: 'EXTERNAL',
      employerName,
      headcount: null,
      conditions: null,
    });

  it('makes it the employer’s own draft that keeps its source', async () => {
    const { id } = await external(scene.enterprise.name);
    const { data } = await claim(id, scene.enterprise.id, scene.enterprise.recruiter);
    expect(data.claimJobPosting).toEqual({
      jobPosting: {
        id,
        state: 'DRAFT',
        closeCause: null,
        version: 2,
        missingElements: ['headcount', 'conditions'],
      },
      userErrors: [],
    });
    expect(await seen(id)).toBeNull();
    const answer = await scene.app.gql(
      `query ($id: ID!) { jobPosting(id: $id) { publication source { name } history { transition } } }`,
      { id },
      { as: scene.enterprise.recruiter },
    );
    expect(answer.data.jobPosting).toEqual({
      publication: 'OWN',
      source: { name: '测试来源' },
      history: [{ transition: 'claim' }],
    });
    expect(await outboxOf(scene.app)).toEqual(['jobPostingClaimed']);
    expect(refusals(await submit(id))).toEqual([{ code: 'JOB_POSTING_INCOMPLETE', field: null }]);
    expect(refusals(await claim(id, scene.enterprise.id, scene.enterprise.recruiter))).toEqual([
      { code: 'JOB_POSTING_ALREADY_CLAIMED', field: ['jobPostingId'] },
    ]);
  });

  it('is for the verified employer it names', async () => {
    const { id } = await external('另一家公司');
    const own = await posting();
    const draftId = await newDraft();
    const unverified = await createEnterpriseWithRecruiter(scene.app, { standing: 'UNVERIFIED' });
    const theirs = await external(unverified.name);
    const { id: mine, recruiter } = scene.enterprise;
    await expectUntouched(async () => {
      expect(refusals(await claim(id, mine, recruiter))).toEqual([
        { code: 'JOB_POSTING_CLAIM_NAME_DIFFERS', field: ['jobPostingId'] },
      ]);
      expect(refusals(await claim(own.id, unverified.id, unverified.recruiter))).toEqual([
        { code: 'JOB_POSTING_NOT_EXTERNAL', field: ['jobPostingId'] },
      ]);
      expect(refusals(await claim(theirs.id, unverified.id, unverified.recruiter))).toEqual([
        { code: 'JOB_POSTING_ORGANISATION_NOT_VERIFIED', field: ['organisationId'] },
      ]);
      expect(refusals(await claim(id, mine, unverified.recruiter))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['organisationId'] },
      ]);
      const foreign = await claim(draftId, unverified.id, unverified.recruiter);
      expect(foreign.data).toEqual((await claim(NOBODY, unverified.id, unverified.recruiter)).data);
    });
  });
});

describe('the wording check', () => {
  const CHECK = `query ($texts: WordingTextsInput!) {
    checkJobPostingWording(texts: $texts) { edition blocks findings { ruleId severity field start end message } }
  }`;

  it('marks the words while somebody writes, in his language', async () => {
    const texts = { title: '招聘文员', conditions: '仅限女生，五官端正' };
    const { data } = await scene.app.gql(
      CHECK,
      { texts },
      { as: scene.enterprise.recruiter, locale: 'zh-CN' },
    );
    expect(data.checkJobPostingWording).toEqual({
      edition: '2026-11',
      blocks: true,
      findings: [
        {
          ruleId: 'SEX-1',
          severity: 'BLOCK',
          field: 'conditions',
          start: 0,
          end: 4,
          message: '不得限定或优先性别',
        },
        {
          ruleId: 'LOOKS-1',
          severity: 'WARN',
          field: 'conditions',
          start: 5,
          end: 9,
          message: '外貌、身高要求须与岗位直接相关',
        },
      ],
    });
    const anonymous = await scene.app.gql(CHECK, { texts });
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
