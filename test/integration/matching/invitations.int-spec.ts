import { randomUUID } from 'node:crypto';
import { MatchingService } from '../../../src/modules/matching/index.js';
import { MatchingPersonalData } from '../../../src/modules/matching/matching-personal-data.js';
import { MOST_A_DAY } from '../../../src/modules/matching/invitation/invitation.service.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import { createApplication } from '../../factories/application.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile, type ProfileOptions } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

async function invite(as: TestAccount, jobPostingId: string, profileId: string) {
  const { data, errors } = await app.gql<{
    inviteCandidate: {
      profileId: string | null;
      userErrors: { code: string; field: string[] | null }[];
    };
  }>(
    `mutation ($input: InviteCandidateInput!) { inviteCandidate(input: $input) {
      profileId userErrors { code field } } }`,
    { input: { idempotencyKey: randomUUID(), jobPostingId, profileId } },
    { as },
  );
  expect(errors).toBeUndefined();
  return data?.inviteCandidate;
}

async function refused(as: TestAccount, jobPostingId: string, profileId: string) {
  const answer = await invite(as, jobPostingId, profileId);
  expect(answer?.profileId).toBeNull();
  return answer?.userErrors[0]?.code;
}

const sent = async (): Promise<number> =>
  (await app.database.pool.query('select 1 from candidate_invitations')).rows.length;

async function welder(options: ProfileOptions = {}) {
  const account = options.person ?? (await createAccount(app));
  const intentions = [{ title: '焊工' }];
  const profile = await createProfile(app, { intentions, ...options, person: account });
  return { account, id: profile.id, profile };
}

/** A posting for welders and a welder it is recommended to. */
async function scene(options: ProfileOptions = {}) {
  const { recruiter, ...enterprise } = await createEnterpriseWithRecruiter(app);
  const posting = await createJobPosting(app, { organisation: enterprise, title: '焊工' });
  const person = await welder(options);
  await app.get(MatchingService).matchEverybody();
  return { recruiter, enterprise, posting, person };
}

async function invitedTo(as: TestAccount, postingId: string) {
  const { data } = await app.gql<{
    jobPosting: { invitedAt: string | null } | null;
    myInvitations: { nodes: { invitedAt: string; jobPosting: { id: string } }[] } | null;
  }>(
    `query ($id: ID!) { jobPosting(id: $id) { invitedAt }
      myInvitations { nodes { invitedAt jobPosting { id } } } }`,
    { id: postingId },
    { as },
  );
  return {
    at: data?.jobPosting?.invitedAt ?? null,
    postings: data?.myInvitations?.nodes.map(({ jobPosting }) => jobPosting.id) ?? null,
  };
}

describe('inviting a candidate', () => {
  it('tells the person, by mail unless muted, and shows it to both sides and nobody else', async () => {
    const { recruiter, posting, person } = await scene();
    expect(await invite(recruiter, posting.id, person.id)).toEqual({
      profileId: person.id,
      userErrors: [],
    });
    await app.settle();
    const { rows } = await app.database.pool.query<{ kind: string; account_id: string }>(
      `select kind, account_id from notifications where kind = 'CANDIDATE_INVITED'`,
    );
    expect(rows).toEqual([{ kind: 'CANDIDATE_INVITED', account_id: person.account.account.id }]);

    const mine = await invitedTo(person.account, posting.id);
    expect(mine.at).not.toBeNull();
    expect(mine.postings).toEqual([posting.id]);
    const other = await welder();
    expect(await invitedTo(other.account, posting.id)).toEqual({ at: null, postings: [] });

    const shown = async (as: TestAccount) => {
      const { data } = await app.gql<{ jobSeekerProfile: { invitedAt: string | null } | null }>(
        `query ($id: ID!, $posting: ID!) { jobSeekerProfile(id: $id) {
          invitedAt(jobPostingId: $posting) } }`,
        { id: person.id, posting: posting.id },
        { as },
      );
      return data?.jobSeekerProfile?.invitedAt ?? null;
    };
    expect(await shown(recruiter)).toBe(mine.at);
    const competitor = await createEnterpriseWithRecruiter(app);
    expect(await shown(competitor.recruiter)).toBeNull();
  });

  it('happens once for a posting, however many ask at once', async () => {
    const { recruiter, posting, person } = await scene();
    const answers = await Promise.all([
      invite(recruiter, posting.id, person.id),
      invite(recruiter, posting.id, person.id),
    ]);
    const codes = answers.flatMap((answer) => answer?.userErrors.map(({ code }) => code) ?? []);
    expect(codes).toEqual(['INVITATION_DUPLICATE']);
    expect(await sent()).toBe(1);
  });

  it('is refused to other employers, for strangers to the list, and to who does not want it or applied', async () => {
    const { recruiter, posting, person } = await scene();
    const competitor = await createEnterpriseWithRecruiter(app);
    expect(await refused(competitor.recruiter, posting.id, person.id)).toBe('REQUEST_NOT_FOUND');
    expect(await refused(recruiter, randomUUID(), person.id)).toBe('REQUEST_NOT_FOUND');
    const clerk = await welder({
      intentions: [{ title: '会计', occupationCode: null }],
      visibility: 'EMPLOYERS_I_APPLY_TO',
    });
    expect(await refused(recruiter, posting.id, clerk.id)).toBe('INVITATION_NOT_A_CANDIDATE');
    expect(await refused(recruiter, posting.id, 'x')).toBe('INVITATION_NOT_A_CANDIDATE');

    const set = (column: string, value: unknown) =>
      app.database.pool.query(`update job_seeker_profiles set ${column} = $2 where id = $1`, [
        person.id,
        value,
      ]);
    await set('takes_invitations', false);
    expect(await refused(recruiter, posting.id, person.id)).toBe('INVITATION_NOT_WANTED');
    await set('takes_invitations', true);
    await set('visibility', 'employers_i_apply_to');
    expect(await refused(recruiter, posting.id, person.id)).toBe('INVITATION_NOT_A_CANDIDATE');
    await set('visibility', 'everyone');
    await createApplication(app, { posting, applicant: person.profile });
    expect(await refused(recruiter, posting.id, person.id)).toBe('INVITATION_ALREADY_APPLIED');
    await app.database.pool.query(`update job_postings set state = 'paused' where id = $1`, [
      posting.id,
    ]);
    expect(await refused(recruiter, posting.id, person.id)).toBe('INVITATION_NOT_OPEN');
    expect(await sent()).toBe(0);
  });

  it('reaches who lets employers find them, recommended or not, and nobody who hides from this one', async () => {
    const { recruiter, enterprise, posting } = await scene();
    const clerk = await welder({ intentions: [{ title: '会计', occupationCode: null }] });
    await app.database.pool.query(
      `insert into profile_hidden_employers (profile_id, organisation_id) values ($1, $2)`,
      [clerk.id, enterprise.id],
    );
    expect(await refused(recruiter, posting.id, clerk.id)).toBe('INVITATION_NOT_A_CANDIDATE');
    await app.database.pool.query('delete from profile_hidden_employers');
    expect((await invite(recruiter, posting.id, clerk.id))?.userErrors).toEqual([]);
    expect(await sent()).toBe(1);
  });

  it('has a number a day for an organisation, which is anew on the next', async () => {
    const { recruiter, enterprise, posting, person } = await scene();
    const earlier = await createJobPosting(app, { organisation: enterprise });
    const fill = async (at: Date): Promise<void> => {
      for (let made = 0; made < MOST_A_DAY; made += 1) {
        const { id } = await createProfile(app);
        await app.database.pool.query(
          `insert into candidate_invitations (id, job_posting_id, profile_id, organisation_id, invited_at)
           values (uuidv7(), $1, $2, $3, $4)`,
          [earlier.id, id, enterprise.id, at],
        );
      }
    };
    await fill(app.clock.now());
    expect(await refused(recruiter, posting.id, person.id)).toBe('INVITATION_DAILY_LIMIT');
    expect(await sent()).toBe(MOST_A_DAY);
    await app.database.pool.query(
      `update candidate_invitations set invited_at = invited_at - interval '1 day'`,
    );
    expect((await invite(recruiter, posting.id, person.id))?.userErrors).toEqual([]);
  });

  it('is the person’s own: exported, and gone with the account; what is no longer open is not shown', async () => {
    const { recruiter, posting, person } = await scene();
    await invite(recruiter, posting.id, person.id);
    await app.database.pool.query(`update job_postings set state = 'paused' where id = $1`, [
      posting.id,
    ]);
    expect((await invitedTo(person.account, posting.id)).postings).toEqual([]);
    const source = app.get(MatchingPersonalData);
    const document = await source.exportFor(person.account.account.id);
    expect(document).toMatchObject({ invitations: [{ jobPostingId: posting.id }] });
    await source.eraseFor(person.account.account.id);
    expect(await sent()).toBe(0);
  });
});

describe('a person who wants no invitations', () => {
  it('says so with who may find the profile', async () => {
    const { person } = await scene();
    const change = async (input: object) => {
      const { data } = await app.gql<{
        me: { profile: { version: number; takesInvitations: boolean } };
      }>(`query { me { profile { version takesInvitations } } }`, {}, { as: person.account });
      const { version } = data?.me.profile ?? {};
      const answer = await app.gql<{
        changeProfileVisibility: { profile: { takesInvitations: boolean } };
      }>(
        `mutation ($input: ChangeProfileVisibilityInput!) { changeProfileVisibility(input: $input) {
          profile { takesInvitations } } }`,
        { input: { version, visibility: 'EVERYONE', ...input } },
        { as: person.account },
      );
      return answer.data?.changeProfileVisibility.profile.takesInvitations;
    };
    expect(await change({ takesInvitations: false })).toBe(false);
    // Left out, it stays.
    expect(await change({})).toBe(false);
    expect(await change({ takesInvitations: true })).toBe(true);
  });
});
