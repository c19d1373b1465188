import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { keyed } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

const RENEW = `mutation ($input: RenewAgreementsInput!) { renewAgreements(input: $input) {
  items { agreementId renewalId refusal refusalMessage } userErrors { code field } } }`;
const PREVIEW = `query ($ids: [ID!]!) { agreementRenewalPreview(agreementIds: $ids) {
  items { agreementId refusal title startsOn endsOn obligationCount } } }`;
const READ = `query ($id: ID!) { agreement(id: $id) { state title startsOn endsOn terms agreementNumber
  parties { role name } clauses { key } signatories { partyPosition step state }
  obligations { metric { code } quantity dueOn proof } } }`;
const TERM = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const HIRES = {
  partyPosition: 2,
  metric: 'GRADUATES_HIRED',
  quantity: 2,
  dueOn: '2026-06-30',
  proof: 'RECORDS',
} as const;

interface Item {
  readonly agreementId: string;
  readonly renewalId: string | null;
  readonly refusal: string | null;
}

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
});
afterAll(() => app.close());

const between = (options: AgreementOptions = {}) =>
  createAgreement(app, { college, enterprise, ...TERM, ...options });
const renew = async (agreementIds: readonly string[], as: As = college.clerk): Promise<Item[]> => {
  const { data } = await app.gql(RENEW, { input: keyed({ agreementIds }) }, { as });
  return (data.renewAgreements as { items: Item[] }).items;
};
const read = async (id: string, as: As = college.clerk) =>
  (await app.gql(READ, { id }, { as })).data.agreement as Record<string, unknown> | null;
const countOf = async (): Promise<number> =>
  (await app.database.pool.query('select from agreements')).rowCount ?? 0;

describe('a renewal', () => {
  it('is a draft of the same parties, clauses and obligations for the term after', async () => {
    const { id } = await between({ obligations: [HIRES] });
    const before = await read(id);
    const [{ renewalId } = { renewalId: null }] = await renew([id]);
    const renewal = await read(renewalId ?? '');
    expect(renewal).toMatchObject({
      state: 'DRAFT',
      title: before?.title,
      terms: before?.terms,
      parties: before?.parties,
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
      signatories: [
        { partyPosition: 1, step: 1, state: 'PENDING' },
        { partyPosition: 2, step: 1, state: 'PENDING' },
      ],
      obligations: [
        { metric: { code: 'GRADUATES_HIRED' }, quantity: 2, dueOn: '2027-06-30', proof: 'RECORDS' },
      ],
    });
    expect(renewal?.agreementNumber).not.toBe(before?.agreementNumber);
    expect(await read(renewalId ?? '', enterprise.recruiter)).toBeNull();
    const { rows } = await app.database.pool.query(
      `select kind, detail from agreement_events where agreement_id = $1 order by sequence desc limit 1`,
      [id],
    );
    expect(rows).toEqual([{ kind: 'RENEWED', detail: JSON.stringify({ renewalId }) }]);
  });

  it('is drawn up once, until it is given up', async () => {
    const { id } = await between();
    await renew([id]);
    expect(await renew([id], enterprise.recruiter)).toMatchObject([
      {
        renewalId: null,
        refusal: 'RENEWAL_EXISTS',
        refusalMessage: 'The agreement is being renewed already',
      },
    ]);
    const other = await between();
    await expect(
      app.database.pool.query(`update agreements set renewed_from_id = $1 where id = $2`, [
        id,
        other.id,
      ]),
    ).rejects.toThrow('uq_agreements_renewal');
  });

  it('is drawn up once although both sides ask at the same instant', async () => {
    const { id } = await between();
    const answers = await Promise.all([renew([id]), renew([id], enterprise.recruiter)]);
    expect(
      answers
        .flat()
        .map(({ refusal }) => refusal)
        .sort(),
    ).toEqual(['RENEWAL_EXISTS', null]);
    expect(await countOf()).toBe(2);
  });
});

describe('many at once', () => {
  it('are previewed without writing anything, and each is renewed or refused on its own', async () => {
    const good = await between();
    const draft = await between({ state: 'DRAFT', drafter: 'COLLEGE' });
    const ended = await between({ state: 'TERMINATED' });
    const long = await between({ startsOn: '2020-01-01', endsOn: '2020-12-31', state: 'EXPIRED' });
    const ids = [good.id, draft.id, ended.id, long.id, NOBODY];
    const { data } = await app.gql(PREVIEW, { ids }, { as: college.clerk });
    const { items } = data.agreementRenewalPreview as { items: Record<string, unknown>[] };
    const refusals = {
      [good.id]: null,
      [draft.id]: 'RENEWAL_NOT_RENEWABLE',
      [ended.id]: 'RENEWAL_NOT_RENEWABLE',
      [long.id]: 'AGREEMENT_ENDS_IN_PAST',
      [NOBODY]: 'REQUEST_NOT_FOUND',
    };
    const byId = (
      list: readonly { agreementId?: unknown; refusal?: unknown }[],
    ): Record<string, unknown> =>
      Object.fromEntries(list.map(({ agreementId, refusal }) => [String(agreementId), refusal]));
    expect(byId(items)).toEqual(refusals);
    expect(items.find(({ agreementId }) => agreementId === good.id)).toMatchObject({
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
      obligationCount: 0,
    });
    expect(await countOf()).toBe(4);
    expect(byId(await renew(ids))).toEqual(refusals);
    expect(await countOf()).toBe(5);
  });

  it('are at most a hundred', async () => {
    const { data } = await app.gql(
      RENEW,
      { input: keyed({ agreementIds: Array.from({ length: 101 }, () => NOBODY) }) },
      { as: college.clerk },
    );
    expect(data.renewAgreements).toMatchObject({
      items: null,
      userErrors: [{ field: ['agreementIds'] }],
    });
  });
});
