import { randomUUID } from 'node:crypto';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  GUARDED,
  MINOR,
  open,
  recordsOf,
  refusedAs,
  signedPositions,
  signOpened,
} from './agreements-signing.support.js';
import {
  chainOf,
  codesOf,
  linkTo,
  threeParties,
  turnsOf,
  type ThreeParties,
} from './agreements-three-parties.support.js';
import { act, begin, SIGN, turnOf } from './agreements.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
});
afterAll(() => app.close());

/** A link to the turn of the employer, which is the first to sign. */
async function employerLink(cast: ThreeParties): Promise<string> {
  const turn = await turnOf(app, cast.id, 2);
  return (await linkTo(app, cast.id, turn, cast.enterprise.recruiter)).token;
}
/** What is refused to whoever comes second: the turn is taken, or even the session is used already. */
const TOO_LATE = [
  'AGREEMENT_ALREADY_SIGNED',
  'AGREEMENT_SIGNING_SESSION_OVER',
  'AGREEMENT_LINK_USED',
];
const signaturesIn = async ({ id }: ThreeParties): Promise<number> =>
  (await chainOf(app, id)).filter((kind) => kind === 'SIGNED').length;
async function isLinkUsed({ id }: ThreeParties): Promise<boolean[]> {
  const { rows } = await app.database.pool.query<{ used: boolean }>(
    `select used_at is not null as used from agreement_signing_links where agreement_id = $1`,
    [id],
  );
  return rows.map(({ used }) => used);
}

describe('a link that ends while what it opened is open', () => {
  it('signs nothing any more, and nothing changes but the chain', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const linkToken = await employerLink(cast);
    app.clock.advance({ days: 13, hours: 23, minutes: 55 });
    const { id, code } = await open(app, { linkToken }, as);
    app.clock.advance({ minutes: 5 });
    const [before, chain] = [await recordsOf(app, cast.id), await chainOf(app, cast.id)];
    expect(refusedAs(await signOpened(app, cast, id, code, as))).toEqual([
      'AGREEMENT_LINK_EXPIRED',
    ]);
    expect(await recordsOf(app, cast.id)).toEqual(before);
    expect(await chainOf(app, cast.id)).toEqual([...chain, 'AGREEMENT_LINK_EXPIRED']);
  });

  it('signs up to its last minute', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const linkToken = await employerLink(cast);
    app.clock.advance({ days: 13, hours: 23, minutes: 55 });
    const { id, code } = await open(app, { linkToken }, as);
    app.clock.advance({ minutes: 4 });
    expect(refusedAs(await signOpened(app, cast, id, code, as))).toEqual([]);
    expect(await isLinkUsed(cast)).toEqual([true]);
  });

  it('does not take the turn with it, which is opened without it', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const linkToken = await employerLink(cast);
    app.clock.advance({ days: 14 });
    expect(refusedAs(await begin(app, { linkToken }, as))).toEqual(['AGREEMENT_LINK_EXPIRED']);
    const turn = await turnOf(app, cast.id, 2);
    const { id, code } = await open(app, { signatoryId: turn }, as);
    expect(refusedAs(await signOpened(app, cast, id, code, as))).toEqual([]);
    expect(await isLinkUsed(cast)).toEqual([false]);
  });
});

describe('a link that is used twice at once', () => {
  it('leaves one signature of the person who opened it twice', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const linkToken = await employerLink(cast);
    const both = [await open(app, { linkToken }, as), await open(app, { linkToken }, as)];
    const answers = await Promise.all(
      both.map(({ id, code }) => signOpened(app, cast, id, code, as)),
    );
    const refused = answers.flatMap(refusedAs);
    expect(refused).toHaveLength(1);
    expect(TOO_LATE).toContain(refused[0]);
    expect(await signedPositions(app, cast.id)).toEqual([2]);
    expect(await signaturesIn(cast)).toBe(1);
    expect(await isLinkUsed(cast)).toEqual([true]);
  });

  it('leaves one signature of two who may both sign for the party', async () => {
    const cast = await threeParties(app);
    const { administrator, recruiter, id: organisationId } = cast.enterprise;
    const linkToken = await employerLink(cast);
    await app.database.pool.query(
      `update organisation_members set role = 'administrator' where organisation_id = $1`,
      [organisationId],
    );
    const people = [administrator, recruiter];
    const both = await Promise.all(people.map((as) => open(app, { linkToken }, as)));
    const answers = await Promise.all(
      both.map(({ id, code }, index) => signOpened(app, cast, id, code, people[index] ?? null)),
    );
    const refused = answers.flatMap(refusedAs);
    expect(refused).toHaveLength(1);
    expect(TOO_LATE).toContain(refused[0]);
    expect(await signedPositions(app, cast.id)).toEqual([2]);
    expect(await signaturesIn(cast)).toBe(1);
  });

  it('leaves one signature of one session, whatever the keys of the requests', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const { id, code } = await open(app, { linkToken: await employerLink(cast) }, as);
    const { contentHash, id: agreementId } = cast;
    const given = { agreementId, signingSessionId: id, contentHash, isConfirmed: true, code };
    const keys = [randomUUID(), randomUUID()];
    const answers = await Promise.all(
      [...keys, ...keys].map((idempotencyKey) => act(app, SIGN, { ...given, idempotencyKey }, as)),
    );
    const refused = answers.flatMap(refusedAs);
    // The key that signed says so each time it is sent; the other one is refused.
    expect(refused).toHaveLength(2);
    for (const code of refused) expect(TOO_LATE).toContain(code);
    expect(await signedPositions(app, cast.id)).toEqual([2]);
    expect(await signaturesIn(cast)).toBe(1);
  });

  it('makes one of two people the guardian', async () => {
    const cast = await threeParties(app, { person: MINOR, asked: GUARDED });
    const [turn = ''] = await turnsOf(app, cast.id, 'GUARDIAN', 1);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const people = [await createAccount(app), await createAccount(app)];
    const answers = await Promise.all(people.map((as) => begin(app, { linkToken: token }, as)));
    expect(answers.flatMap(refusedAs)).toEqual(['REQUEST_NOT_FOUND']);
    const index = answers.findIndex(({ signingSession }) => signingSession !== null);
    const session = answers[index]?.signingSession?.id ?? '';
    const guardian = people[index] ?? null;
    expect(refusedAs(await signOpened(app, cast, session, null, guardian))).toEqual([]);
    const { rows } = await app.database.pool.query(
      `select account_id from agreement_signatures where agreement_id = $1`,
      [cast.id],
    );
    expect(rows).toEqual([{ account_id: guardian?.account.id }]);
  });

  it('and taken back at the same instant leaves a signature or none, and says which', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const turn = await turnOf(app, cast.id, 2);
    const link = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const { id, code } = await open(app, { linkToken: link.token }, as);
    const [signed] = await Promise.all([
      signOpened(app, cast, id, code, as),
      codesOf(app, 'revokeAgreementSigningLink', { linkId: link.id }, cast.enterprise.recruiter),
    ]);
    const isSigned = refusedAs(signed).length === 0;
    if (!isSigned) expect(refusedAs(signed)).toEqual(['AGREEMENT_LINK_REVOKED']);
    expect(await signedPositions(app, cast.id)).toEqual(isSigned ? [2] : []);
    const { rows } = await app.database.pool.query(
      `select used_at is not null as used, revoked_at is not null as revoked from agreement_signing_links`,
    );
    expect(rows).toEqual([{ used: isSigned, revoked: !isSigned }]);
  });
});
