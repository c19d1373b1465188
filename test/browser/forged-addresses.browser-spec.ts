import { createAgreement } from '../factories/agreement.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createVerification } from '../factories/verification.factory.js';
import { createTeam } from './main-job.cast.js';
import { openPortal, settled, type Person, type Portal } from './portal.js';

const UNKNOWN = '0199d0c4-0000-7000-8000-00000000dead';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
}, 120_000);
afterAll(() => portal.close());

/** Everything somebody gets to see at an address. */
async function seenAt({ page }: Person, path: string) {
  const answer = await page.goto(portal.url + path);
  await settled(page);
  return {
    path: path.replace(/[\da-f-]{36}(?!.*[\da-f-]{36})/, ':id'),
    status: answer?.status(),
    tab: await page.title(),
    heading: await page.locator('h1').allInnerTexts(),
    text: await page.locator('main').innerText(),
  };
}

/** The last id of each address is of something that is not the person's. */
async function expectNothing(person: Person, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const unknown = address.replace(/[\da-f-]{36}(?!.*[\da-f-]{36})/, UNKNOWN);
    expect(await seenAt(person, address)).toEqual(await seenAt(person, unknown));
  }
  expect(person.complaints).toEqual([]);
  await person.context.close();
}

it('shows an employer the same for what others have and for what does not exist', async () => {
  const { app } = portal;
  const { id, administrator } = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  const { id: other } = await createOrganisation(app);
  const { id: application, posting } = await createApplication(app);
  const { id: draft } = await createJobPosting(app, { state: 'DRAFT' });
  const { id: agreement } = await createAgreement(app);
  const { id: agreementDraft } = await createAgreement(app, { state: 'DRAFT' });
  await expectNothing(await portal.visit({ token: administrator.token }), [
    `/work/${id}/applications/${application}`,
    `/me/applications/${application}`,
    `/work/${id}/postings/${posting.id}`,
    `/work/${id}/postings/${posting.id}/candidates`,
    `/work/${id}/postings/${posting.id}/recommended`,
    `/work/${id}/postings/${draft}/edit`,
    `/jobs/${draft}`,
    `/work/${id}/agreements/${agreement}`,
    `/work/${id}/agreements/${agreementDraft}/edit`,
    `/agreements/${agreement}`,
    `/me/notifications/OFFER_MADE/APPLICATION/${application}`,
    `/me/notifications/AGREEMENT_SIGNED/AGREEMENT/${agreement}`,
    `/work/${other}`,
    `/work/${other}/team`,
    `/work/${other}/postings`,
  ]);
}, 120_000);

it('shows a bureau the same for what is not in its region and for what does not exist', async () => {
  const { app } = portal;
  const { id, administrator } = await createTeam(app, 'HR_BUREAU', '苏州人力资源和社会保障局');
  const afar = await createOrganisation(app, {
    standing: 'UNVERIFIED',
    regionCode: REGION.tongren,
  });
  const { id: verification } = await createVerification(app, { organisation: afar });
  const { id: draft } = await createJobPosting(app, {
    organisation: afar,
    state: 'DRAFT',
    regionCode: REGION.tongren,
  });
  await expectNothing(await portal.visit({ token: administrator.token }), [
    `/work/${id}/verifications/${verification}`,
    `/work/${id}/reviews/${draft}`,
    `/work/${id}/organisations/${afar.id}`,
    `/organisations/${afar.id}`,
    `/platform/verifications/${verification}`,
    `/platform/organisations/${afar.id}`,
  ]);
}, 120_000);
