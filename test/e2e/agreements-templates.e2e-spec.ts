import { AgreementsModule } from '../../src/modules/agreements/index.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { act, CONTENT as AGREEMENT, CREATE as CREATE_AGREEMENT } from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

const TEMPLATE = `id name isBuiltIn subKind versionNumber version title note archivedAt viewerCanEdit kind { code }
  clauses { position heading body } variables { name label kind isRequired maxLength } builtInGaps { name label }`;
const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { agreementTemplate { ${TEMPLATE} } userErrors { code field } } }`;
const CREATE = mutation('createAgreementTemplate', 'CreateAgreementTemplateInput');
const EDIT = mutation('editAgreementTemplate', 'EditAgreementTemplateInput');
const ARCHIVE = mutation('archiveAgreementTemplate', 'ArchiveAgreementTemplateInput');
const FILL = `query ($id: ID!, $versionNumber: Int, $values: [AgreementTemplateValueInput!]!, $parties: [AgreementTemplatePartyInput!], $startsOn: Date, $endsOn: Date) {
  agreementTemplateText(id: $id, versionNumber: $versionNumber, values: $values, parties: $parties, startsOn: $startsOn, endsOn: $endsOn) {
    versionNumber title clauses { heading body } problems { code field } } }`;
const CONTENT = {
  title: '{{COLLEGE}}与{{ENTERPRISE}}实习协议',
  clauses: [
    { heading: '岗位', body: '岗位为{{岗位}}，每月{{报酬}}，自{{STARTS_ON}}起。' },
    { heading: null, body: '其他：{{其他}}' },
  ],
  variables: [
    { name: '岗位', label: '实习岗位', kind: 'TEXT', isRequired: true, maxLength: 10 },
    { name: '报酬', label: '月报酬', kind: 'MONEY', isRequired: true },
    { name: '其他', label: '其他约定', kind: 'TEXT', isRequired: false },
  ],
};

interface Template {
  readonly id: string;
  readonly version: number;
  readonly versionNumber: number;
}
interface Answered {
  readonly agreementTemplate: Template | null;
  readonly userErrors: readonly { code: string; field: string[] | null }[];
}

let app: TestApp;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  college = await createCollegeWithClerk(app);
  enterprise = await createEnterpriseWithRecruiter(app);
});
afterAll(() => app.close());

async function send(query: string, input: object, as: As = college.clerk): Promise<Answered> {
  const { data, errors } = await app.gql(query, { input }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Answered;
}
async function ask(query: string, variables: object, as: As = college.clerk): Promise<unknown> {
  const { data, errors } = await app.gql(query, { ...variables }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}
const create = (more: object = {}, content: object = {}, as?: As) =>
  send(
    CREATE,
    keyed({
      organisationId: college.id,
      kind: 'SCHOOL_ENTERPRISE',
      name: '实习模板',
      content: { ...CONTENT, ...content },
      ...more,
    }),
    as,
  );
async function created(): Promise<Template> {
  const { agreementTemplate, userErrors } = await create();
  if (!agreementTemplate) throw new Error(JSON.stringify(userErrors));
  return agreementTemplate;
}
const listed = async (as: As = college.clerk, isArchived = false) =>
  ask(
    `query ($id: ID!, $isArchived: Boolean) { agreementTemplates(organisationId: $id, isArchived: $isArchived) { nodes { id versionNumber } totalCount } }`,
    { id: college.id, isArchived },
    as,
  );
const one = (id: string, versionNumber: number | null = null, as?: As) =>
  ask(
    `query ($id: ID!, $versionNumber: Int) { agreementTemplate(id: $id, versionNumber: $versionNumber) { ${TEMPLATE} } }`,
    { id, versionNumber },
    as,
  );
const VALUES = [
  { name: '岗位', value: '装配工' },
  { name: '报酬', value: '4800' },
];
const known = () => ({
  parties: [
    { role: 'COLLEGE', organisationId: college.id },
    { role: 'ENTERPRISE', name: '某企业' },
  ],
  startsOn: '2027-03-01',
});
const fill = (id: string, more: object = {}, as?: As) =>
  ask(FILL, { id, values: VALUES, ...known(), ...more }, as);
const versionRows = async (): Promise<number> =>
  (await app.database.pool.query('select from agreement_template_versions')).rowCount ?? 0;

describe('templates of an organisation', () => {
  it('are versioned: a change makes a new one, and the old one stays', async () => {
    const first = await created();
    expect(first).toMatchObject({
      name: '实习模板',
      isBuiltIn: false,
      kind: { code: 'SCHOOL_ENTERPRISE' },
      subKind: null,
      versionNumber: 1,
      viewerCanEdit: true,
      clauses: [
        { position: 1, heading: '岗位' },
        { position: 2, heading: '' },
      ],
      variables: [
        { name: '岗位', kind: 'TEXT', maxLength: 10 },
        { kind: 'MONEY', maxLength: null },
        { isRequired: false, maxLength: 200 },
      ],
      builtInGaps: [
        { name: 'COLLEGE', label: 'College' },
        { name: 'ENTERPRISE', label: 'Enterprise' },
        { name: 'STARTS_ON', label: 'First day' },
        { name: 'ENDS_ON', label: 'Last day' },
      ],
    });
    const changed = { title: '新标题', clauses: [{ body: '一条' }], variables: [] };
    const edit = { templateId: first.id, version: 1, name: '改名', note: '简化', content: changed };
    expect((await send(EDIT, edit)).userErrors).toEqual([]);
    expect((await send(EDIT, edit)).userErrors).toEqual([
      { code: 'REQUEST_STALE', field: ['version'] },
    ]);
    expect(await one(first.id)).toMatchObject({ versionNumber: 2, title: '新标题', note: '简化' });
    expect(await one(first.id, 1)).toMatchObject({ versionNumber: 1, title: CONTENT.title });
    expect(await one(first.id, 3)).toBeNull();
    expect(await listed()).toEqual({ nodes: [{ id: first.id, versionNumber: 2 }], totalCount: 1 });
  });

  it('are archived, not deleted, and then neither changed nor drafted from', async () => {
    const { id } = await created();
    expect((await send(ARCHIVE, { templateId: id })).userErrors).toEqual([]);
    const over = [{ code: 'AGREEMENT_TEMPLATE_ARCHIVED', field: ['templateId'] }];
    expect((await send(ARCHIVE, { templateId: id })).userErrors).toEqual(over);
    const edit = { templateId: id, version: 2, name: '改名', content: CONTENT };
    expect((await send(EDIT, edit)).userErrors).toEqual(over);
    expect(await fill(id)).toBeNull();
    expect(await listed()).toEqual({ nodes: [], totalCount: 0 });
    expect(await listed(college.clerk, true)).toMatchObject({ nodes: [{ id }] });
    expect(await one(id)).toMatchObject({ archivedAt: expect.any(String), viewerCanEdit: false });
    expect(await versionRows()).toBe(1);
  });

  it('are nobody else’s', async () => {
    const { id } = await created();
    const as = enterprise.recruiter;
    const gone = (field: string) => [{ code: 'REQUEST_NOT_FOUND', field: [field] }];
    expect(await one(id, null, as)).toBeNull();
    expect(await fill(id, {}, as)).toBeNull();
    expect(await listed(as)).toEqual({ nodes: [], totalCount: 0 });
    expect((await create({}, {}, as)).userErrors).toEqual(gone('organisationId'));
    const edit = { templateId: id, version: 1, name: '改名', content: CONTENT };
    expect((await send(EDIT, edit, as)).userErrors).toEqual(gone('templateId'));
    expect((await send(ARCHIVE, { templateId: id }, as)).userErrors).toEqual(gone('templateId'));
    expect((await send(ARCHIVE, { templateId: NOBODY })).userErrors).toEqual(gone('templateId'));
    expect(await versionRows()).toBe(1);
  });

  it.each<[string, object, object, string, string]>([
    ['of no kind', { kind: 'NOTHING' }, {}, 'AGREEMENT_KIND_UNKNOWN', 'kind'],
    ['of no sub-kind', { subKind: 'CANTEEN' }, {}, 'AGREEMENT_SUB_KIND_UNKNOWN', 'subKind'],
    ['without a name', { name: ' ' }, {}, 'INPUT_REQUIRED', 'name'],
    [
      'with a gap nobody is asked for',
      {},
      { clauses: [{ body: '正文' }, { body: '{{食堂}}' }] },
      'AGREEMENT_TEMPLATE_GAP_UNKNOWN',
      'content.clauses.1.body',
    ],
    [
      'with broken brackets',
      {},
      { clauses: [{ body: '{{COLLEGE}' }] },
      'AGREEMENT_TEMPLATE_GAP_BROKEN',
      'content.clauses.0.body',
    ],
    [
      'with a gap in the title',
      {},
      { title: '{{无}}协议' },
      'AGREEMENT_TEMPLATE_TITLE_GAP',
      'content.title',
    ],
    [
      'with a reserved name',
      {},
      { variables: [{ name: 'COLLEGE', label: '学校', kind: 'TEXT', isRequired: true }] },
      'AGREEMENT_TEMPLATE_VARIABLE_NAME',
      'content.variables.0.name',
    ],
  ])('are refused %s', async (_, more, content, code, field) => {
    expect((await create(more, content)).userErrors).toEqual([{ code, field: field.split('.') }]);
    expect(await versionRows()).toBe(0);
  });
});

describe('a template is filled', () => {
  it('with what was typed, the names of the parties and the term', async () => {
    const { id } = await created();
    expect(await fill(id)).toEqual({
      versionNumber: 1,
      title: `${college.name}与某企业实习协议`,
      clauses: [
        { heading: '岗位', body: '岗位为装配工，每月4800元，自2027年3月1日起。' },
        { heading: '', body: '其他：／' },
      ],
      problems: [],
    });
  });

  it('as far as it goes, naming at each gap what is missing or wrong', async () => {
    const { id } = await created();
    const values = [
      { name: '岗位', value: '一二三四五六七八九十一' },
      { name: '食堂', value: '有' },
    ];
    expect(await fill(id, { values, startsOn: null, parties: [] })).toMatchObject({
      title: '＿＿＿＿与＿＿＿＿实习协议',
      problems: [
        { code: 'AGREEMENT_TEMPLATE_VALUE_WRONG', field: ['values', '岗位'] },
        { code: 'AGREEMENT_TEMPLATE_VALUE_MISSING', field: ['values', '报酬'] },
        { code: 'REQUEST_NOT_FOUND', field: ['values', '食堂'] },
        { code: 'AGREEMENT_TEMPLATE_VALUE_MISSING', field: ['values', 'COLLEGE'] },
        { code: 'AGREEMENT_TEMPLATE_VALUE_MISSING', field: ['values', 'ENTERPRISE'] },
        { code: 'AGREEMENT_TEMPLATE_VALUE_MISSING', field: ['values', 'STARTS_ON'] },
      ],
    });
  });
});

it('the platform offers templates to everybody, which nobody changes', async () => {
  const offered = (await ask(
    `{ builtInAgreementTemplates { ${TEMPLATE} } }`,
    {},
    enterprise.recruiter,
  )) as (Template & { name: string })[];
  expect(offered).toHaveLength(8);
  expect(offered[0]).toMatchObject({
    isBuiltIn: true,
    viewerCanEdit: false,
    subKind: 'ORDER_CLASS',
  });
  const edit = { templateId: offered[0]?.id, version: 1, name: '改名', content: CONTENT };
  expect((await send(EDIT, edit)).userErrors).toEqual([
    { code: 'REQUEST_NOT_FOUND', field: ['templateId'] },
  ]);
  expect(await one(offered[0]?.id ?? '', 1)).toMatchObject({ versionNumber: 1 });
});

it('asks in the language of the reader', async () => {
  const { data } = await app.gql(
    `{ builtInAgreementTemplates { name variables { name label } } }`,
    {},
    { as: enterprise.recruiter, locale: 'en' },
  );
  const [first] = data.builtInAgreementTemplates as { name: string; variables: object[] }[];
  expect(first).toMatchObject({ name: 'Order class (model text)' });
  expect(first?.variables[0]).toEqual({ name: '专业名称', label: 'Major of the class' });
});

it('an agreement remembers the version it was drafted from, of its kind only', async () => {
  const { id: templateId } = await created();
  const draft = (template: object, more: object = {}) =>
    act(
      app,
      CREATE_AGREEMENT,
      keyed({
        organisationId: college.id,
        partnerId: enterprise.id,
        content: AGREEMENT,
        template,
        ...more,
      }),
      college.clerk,
    );
  const { agreement } = await draft({ templateId, versionNumber: 1 });
  const { rows } = await app.database.pool.query(
    'select template_id, template_version from agreement_versions where agreement_id = $1',
    [agreement.id],
  );
  expect(rows).toEqual([{ template_id: templateId, template_version: 1 }]);
  const internship = '00000000-0000-8000-8000-000000000005';
  for (const template of [
    { templateId, versionNumber: 2 },
    { templateId: internship, versionNumber: 2 },
  ])
    expect((await draft(template)).userErrors).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: ['template', 'templateId'] },
    ]);
});

describe('the database', () => {
  it.each([
    ['a changed version', `update agreement_template_versions set title = '改'`],
    ['a changed clause', `update agreement_template_clauses set body = '改'`],
    ['a changed gap', `update agreement_template_variables set label = '改'`],
    ['another owner', `update agreement_templates set kind = 'LABOUR_COOPERATION'`],
    ['a version taken back', `update agreement_templates set version_number = version_number - 1`],
    [
      'a gap of no kind',
      `insert into agreement_template_variables select template_id, version_number, 9, 'x', label, is_required, 'COLOUR', null from agreement_template_variables limit 1`,
    ],
    [
      'a number of so many characters',
      `insert into agreement_template_variables select template_id, version_number, 9, 'x', label, is_required, 'NUMBER', 5 from agreement_template_variables limit 1`,
    ],
  ])('refuses %s', async (_, statement) => {
    await created();
    await expect(app.database.pool.query(statement)).rejects.toThrow(
      /never change|ck_agreement_template/,
    );
  });

  it('refuses to change what is archived', async () => {
    await created();
    await app.database.pool.query(`update agreement_templates set archived_at = now()`);
    await expect(
      app.database.pool.query(`update agreement_templates set archived_at = null`),
    ).rejects.toThrow('never change');
  });
});
