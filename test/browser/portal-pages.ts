/** Who looks at a page: nobody in particular, or one of the demo people. */
export type Visitor =
  | 'anyone'
  | 'graduate'
  | 'recruiter'
  | 'collegeClerk'
  | 'bureauOfficer'
  | 'baseCoordinator'
  | 'administrator';

export interface PortalPage {
  readonly route: string;
  readonly as: Visitor;
  /** Path and query; parameters stand as names of the ids found by `findIds`. */
  readonly address: string;
}

const page = (route: string, as: Visitor, address = route): PortalPage => ({ route, as, address });
const work = (as: Visitor, path: string, address = path): PortalPage => ({
  route: `/work/:organisationId${path}`,
  as,
  address: `/work/:${as}Organisation${address}`,
});
const platform = (path: string, address = path): PortalPage =>
  page(`/platform${path}`, 'administrator', `/platform${address}`);

/** Each page of the portal as somebody whose page it is; some in several states. */
export const PORTAL_PAGES: readonly PortalPage[] = [
  page('/', 'anyone'),
  page('/jobs', 'anyone'),
  page('/jobs', 'anyone', '/jobs?text=zzzzzz'),
  page('/jobs/:postingId', 'anyone'),
  page('/jobs/:postingId', 'graduate'),
  page('/jobs/:postingId', 'anyone', '/jobs/:closedPostingId'),
  page('/jobs/:postingId', 'anyone', '/jobs/0199d0c4-0000-7000-8000-00000000dead'),
  page('/organisations/:id', 'anyone', '/organisations/:recruiterOrganisation'),
  page('/job-fairs', 'anyone'),
  page('/job-fairs', 'anyone', '/job-fairs?period=PAST'),
  page('/job-fairs/:jobFairId', 'anyone', '/job-fairs/:openFairId'),
  page('/job-fairs/:jobFairId', 'collegeClerk', '/job-fairs/:partnersFairId'),
  page('/job-fairs/:jobFairId', 'recruiter', '/job-fairs/:partnersFairId'),
  page('/job-fairs/:jobFairId', 'anyone', '/job-fairs/0199d0c4-0000-7000-8000-00000000dead'),
  page('/sign-in', 'anyone'),
  page('/sign-up', 'anyone'),
  page('/forgot-password', 'anyone'),
  page('/privacy-notice', 'anyone'),
  page('/verify', 'anyone'),
  page('/verify', 'anyone', '/verify?number=XQ-2026-999999&code=000000000000'),
  page('/verify', 'anyone', '/verify?number=XQ-DEM-000001&code=:sealedCode'),
  page('/invitations/answer', 'graduate'),
  page('/sign/:token', 'recruiter', '/sign/none'),
  page('/agreements/:agreementId', 'recruiter'),
  page('/agreements/:agreementId', 'graduate', '/agreements/:ownAgreementId'),
  page('/me/organisations', 'recruiter'),
  page('/me/profile', 'graduate'),
  page('/me/recommendations', 'graduate'),
  page('/me/agreements', 'graduate'),
  page('/me/applications', 'graduate'),
  page('/me/applications/:id', 'graduate', '/me/applications/:ownApplicationId'),
  page('/me/interviews', 'graduate'),
  page('/me/bookmarks', 'graduate'),
  page('/me/college', 'graduate'),
  page('/me/notifications', 'graduate'),
  page(
    '/me/notifications/:kind/:type/:id',
    'graduate',
    '/me/notifications/OFFER_MADE/APPLICATION/:ownApplicationId',
  ),
  page('/me/account', 'graduate'),
  page('/me/account/notifications', 'graduate'),
  page('/work/new', 'graduate'),
  work('recruiter', ''),
  work('recruiter', '/profile'),
  work('recruiter', '/verification'),
  work('recruiter', '/team'),
  work('recruiter', '/api-keys'),
  work('recruiter', '/postings'),
  work('recruiter', '/postings/new'),
  work('recruiter', '/postings/claim'),
  work('recruiter', '/postings/import'),
  work('recruiter', '/postings/:postingId', '/postings/:appliedPostingId'),
  work('recruiter', '/postings/:postingId/edit', '/postings/:draftPostingId/edit'),
  work('recruiter', '/postings/:postingId/candidates', '/postings/:appliedPostingId/candidates'),
  work('recruiter', '/postings/:postingId/recommended', '/postings/:appliedPostingId/recommended'),
  work(
    'recruiter',
    '/postings/:postingId/recommended/:profileId',
    '/postings/:appliedPostingId/recommended/:findableProfileId',
  ),
  work('recruiter', '/candidates'),
  work('recruiter', '/candidates', '/candidates?text=Java&experience=FROM_1&education=21'),
  work('recruiter', '/candidates/:profileId', '/candidates/:findableProfileId'),
  work('recruiter', '/applications/:applicationId'),
  work('recruiter', '/interviews'),
  work('recruiter', '/statistics'),
  work('collegeClerk', ''),
  work('collegeClerk', '/students'),
  work('collegeClerk', '/students/import'),
  work('collegeClerk', '/partners'),
  work('collegeClerk', '/agreements'),
  work('collegeClerk', '/agreement-registry'),
  work(
    'collegeClerk',
    '/agreement-registry',
    '/agreement-registry?province=320000&kind=SCHOOL_ENTERPRISE&order=ENDING_FIRST',
  ),
  work('bureauOfficer', '/agreement-registry'),
  work('bureauOfficer', '/agreement-registry', '/agreement-registry?text=zzzzzz'),
  work('collegeClerk', '/job-fairs'),
  work('recruiter', '/job-fairs', '/job-fairs?show=joined'),
  work('collegeClerk', '/job-fairs/new'),
  work('collegeClerk', '/job-fairs/:jobFairId/edit', '/job-fairs/:partnersFairId/edit'),
  work(
    'collegeClerk',
    '/job-fairs/:jobFairId/edit',
    '/job-fairs/0199d0c4-0000-7000-8000-00000000dead/edit',
  ),
  work('bureauOfficer', '/ceremonies'),
  work('bureauOfficer', '/ceremonies/new'),
  work('bureauOfficer', '/ceremonies/:ceremonyId'),
  work('bureauOfficer', '/ceremonies/:ceremonyId/edit'),
  work(
    'bureauOfficer',
    '/ceremonies/:ceremonyId',
    '/ceremonies/0199d0c4-0000-7000-8000-00000000dead',
  ),
  work(
    'bureauOfficer',
    '/ceremonies/:ceremonyId/edit',
    '/ceremonies/0199d0c4-0000-7000-8000-00000000dead/edit',
  ),
  work('collegeClerk', '/agreements/renew', '/agreements/renew?within=365'),
  work('collegeClerk', '/agreements/renew', '/agreements/renew?within=over'),
  work('collegeClerk', '/agreements/new'),
  work('collegeClerk', '/agreements/new', '/agreements/new?kind=TRIPARTITE_INTERNSHIP'),
  work('bureauOfficer', '/agreements'),
  work('bureauOfficer', '/agreements/new'),
  work('collegeClerk', '/agreement-templates'),
  work(
    'collegeClerk',
    '/agreement-templates/new',
    '/agreement-templates/new?from=00000000-0000-8000-8000-000000000001',
  ),
  work(
    'collegeClerk',
    '/agreement-templates/:templateId',
    '/agreement-templates/0199d0c4-0000-7000-8000-00000000dead',
  ),
  work('collegeClerk', '/agreements/:agreementId'),
  work('collegeClerk', '/agreements/:agreementId/edit', '/agreements/:draftAgreementId/edit'),
  work('bureauOfficer', ''),
  work('bureauOfficer', '/verifications'),
  work('bureauOfficer', '/verifications/:verificationId'),
  work('bureauOfficer', '/reviews'),
  work('bureauOfficer', '/reviews/:postingId', '/reviews/:reviewedPostingId'),
  work('bureauOfficer', '/reports'),
  work('bureauOfficer', '/organisations'),
  work('bureauOfficer', '/organisations/:subjectId', '/organisations/:recruiterOrganisation'),
  work('bureauOfficer', '/allocations'),
  work('bureauOfficer', '/allocations/new'),
  work('bureauOfficer', '/allocations/:runId', '/allocations/:previewedRunId'),
  work('bureauOfficer', '/allocations/:runId', '/allocations/:committedRunId'),
  work('bureauOfficer', '/allocations/:runId', '/allocations/:draftRunId'),
  work('bureauOfficer', '/allocations/:runId', '/allocations/0199d0c4-0000-7000-8000-00000000dead'),
  work('recruiter', '/allocations'),
  work('bureauOfficer', '/statistics'),
  work('baseCoordinator', ''),
  platform('/verifications'),
  platform('/verifications/:verificationId', '/verifications/:bureauVerificationId'),
  platform('/organisations'),
  platform('/organisations/:subjectId', '/organisations/:bureauOfficerOrganisation'),
  platform('/statistics'),
];

/** The ids the addresses name, out of the demo market. Each statement answers one `id`; `$1` is a demo person's account. */
const IDS: Readonly<Record<string, readonly [sql: string, person?: Visitor]>> = {
  postingId: [
    `select p.id from job_postings p join organisation_members m on m.organisation_id = p.organisation_id
     where m.account_id = $1 and p.state = 'published' and p.filled_count < p.headcount order by p.id limit 1`,
    'recruiter',
  ],
  closedPostingId: [
    `select id from job_postings where state = 'closed' and publication = 'own' order by id limit 1`,
  ],
  draftPostingId: [
    `select p.id from job_postings p join organisation_members m on m.organisation_id = p.organisation_id
     where m.account_id = $1 and p.state in ('draft', 'published') order by p.state, p.id limit 1`,
    'recruiter',
  ],
  appliedPostingId: [
    `select a.job_posting_id as id from applications a join job_postings p on p.id = a.job_posting_id
     join organisation_members m on m.organisation_id = p.organisation_id where m.account_id = $1
     group by 1 order by count(*) desc, 1 limit 1`,
    'recruiter',
  ],
  applicationId: [
    `select a.id from applications a join job_postings p on p.id = a.job_posting_id
     join organisation_members m on m.organisation_id = p.organisation_id where m.account_id = $1 order by a.id limit 1`,
    'recruiter',
  ],
  ownApplicationId: [
    `select id from applications where account_id = $1 order by id limit 1`,
    'graduate',
  ],
  agreementId: [
    `select a.id from agreements a join agreement_parties p on p.agreement_id = a.id
     join organisation_members m on m.organisation_id = p.organisation_id
     where m.account_id = $1 and a.state = 'effective' order by a.id limit 1`,
    'collegeClerk',
  ],
  draftAgreementId: [
    `select a.id from agreements a join agreement_parties p on p.agreement_id = a.id
     join organisation_members m on m.organisation_id = p.organisation_id
     where m.account_id = $1 order by a.state = 'draft' desc, a.id limit 1`,
    'collegeClerk',
  ],
  ownAgreementId: [
    `select agreement_id as id from agreement_parties where account_id = $1 order by 1 limit 1`,
    'graduate',
  ],
  sealedCode: [
    `select left(content_hash, 12) as id from agreements where agreement_number = 'XQ-DEM-000001'`,
  ],
  openFairId: [
    `select id from job_fairs where admission = 'open' and ends_at > now() order by id limit 1`,
  ],
  partnersFairId: [`select id from job_fairs where admission = 'partners' order by id limit 1`],
  ceremonyId: [`select id from agreement_ceremonies order by id limit 1`],
  verificationId: [
    `select id from organisation_verifications where state in ('submitted', 'in_review') order by id limit 1`,
  ],
  bureauVerificationId: [
    `select v.id from organisation_verifications v join organisations o on o.id = v.organisation_id
     order by o.kind = 'hr_bureau' desc, v.id limit 1`,
  ],
  findableProfileId: [
    `select id from job_seeker_profiles where visibility = 'everyone' and is_active order by id limit 1`,
  ],
  reviewedPostingId: [`select id from job_postings where state = 'in_review' order by id limit 1`],
};

export type Select = (sql: string, values: readonly string[]) => Promise<readonly { id: string }[]>;

/** Ids by their names in the addresses. A name without an id ends the run: its page would go unseen. */
export async function findIds(
  select: Select,
  accounts: ReadonlyMap<Visitor, string>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const keep = async (name: string, sql: string, person?: Visitor): Promise<void> => {
    const [row] = await select(sql, person === undefined ? [] : [accounts.get(person) ?? '']);
    if (row === undefined) throw new Error(`The demo market has no ${name}`);
    found[name] = row.id;
  };
  for (const [name, [sql, person]] of Object.entries(IDS)) await keep(name, sql, person);
  for (const person of ['recruiter', 'collegeClerk', 'bureauOfficer', 'baseCoordinator'] as const)
    await keep(
      `${person}Organisation`,
      'select organisation_id as id from organisation_members where account_id = $1',
      person,
    );
  return found;
}

/** The address with its ids; longer names first, since some begin like others. */
export function addressOf({ address }: PortalPage, ids: Readonly<Record<string, string>>): string {
  return Object.keys(ids)
    .sort((a, b) => b.length - a.length)
    .reduce((path, name) => path.replace(`:${name}`, ids[name] ?? ''), address);
}

/** Paths of all pages that the built portal has. */
export async function pathsOfPortal(): Promise<readonly string[]> {
  const entry = new URL('../../web/dist/server/entry-server.js', import.meta.url).href;
  const { pages } = (await import(entry)) as { pages: readonly { path: string }[] };
  return pages.map(({ path }) => path);
}
