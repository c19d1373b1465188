import { createAccount } from '../factories/account.factory.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import type { TestApp } from '../support/app.js';
import { createTeam } from './main-job.cast.js';
import type { PersonOptions } from './portal.js';

export interface FileForm {
  readonly as: 'anyone' | 'graduate' | 'recruiter' | 'founder' | 'clerk';
  /** Parameters stand as names of the scene's ids. */
  readonly address: string;
  /** What is pressed until the form is there. */
  readonly open: readonly string[];
  /** Of a dialog that wants a file: the button that says so where there is none. */
  readonly submit: string | null;
  /** One that it takes. */
  readonly extension: string;
  readonly megabytes: number;
  readonly manner: PersonOptions;
}

const form = (
  as: FileForm['as'],
  address: string,
  extension: string,
  megabytes = 20,
): FileForm => ({ as, address, open: [], submit: null, extension, megabytes, manner: {} });
const ENGLISH_PHONE: PersonOptions = { locale: 'en', size: 'phone' };

const agreement = '/work/:enterprise/agreements/:agreement';

/** The forms of the portal that want a file. */
export const FILE_FORMS: readonly FileForm[] = [
  form('graduate', '/me/profile?step=portfolio', 'pdf'),
  form('graduate', '/me/profile?step=transfer', 'json', 1),
  form('founder', '/work/:unverified/verification', 'pdf'),
  form('recruiter', '/work/:enterprise/postings/import', 'xlsx'),
  form('clerk', '/work/:college/students/import', 'xlsx'),
  form('anyone', '/verify', 'pdf'),
  { ...form('recruiter', `${agreement}Draft/edit`, 'pdf'), open: ['添加附件'] },
  { ...form('recruiter', agreement, 'pdf'), open: ['纸质签署'], submit: '提交扫描件' },
  { ...form('recruiter', agreement, 'pdf'), open: ['委托他人签署'], submit: '委托他人签署' },
  {
    ...form('recruiter', agreement, 'pdf'),
    ...{ open: ['Sign on paper'], submit: 'Upload the scan', manner: ENGLISH_PHONE },
  },
  { ...form('anyone', '/verify', 'pdf'), manner: ENGLISH_PHONE },
  { ...form('graduate', '/me/profile?step=portfolio', 'pdf'), manner: ENGLISH_PHONE },
  { ...form('recruiter', '/work/:enterprise/postings/import', 'csv'), manner: ENGLISH_PHONE },
];

/** Who has files to show. */
export async function fileSceneOf(app: TestApp) {
  const account = await createAccount(app, { channel: 'PORTAL' });
  const unverified = await createOrganisation(app, {
    standing: 'UNVERIFIED',
    members: [{ account, role: 'ADMINISTRATOR' }],
  });
  const enterprise = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  const college = await createTeam(app, 'COLLEGE', '吴中职业技术学院');
  const person = await createAccount(app, { channel: 'PORTAL' });
  await createProfile(app, { person, fullName: '林晓' });
  const sides = { enterprise, college };
  const ids: Readonly<Record<string, string>> = {
    unverified: unverified.id,
    enterprise: enterprise.id,
    college: college.id,
    agreement: (await createAgreement(app, { ...sides, state: 'AWAITING_SIGNATURES' })).id,
    agreementDraft: (await createAgreement(app, { ...sides, state: 'DRAFT' })).id,
  };
  const tokens: Readonly<Record<Exclude<FileForm['as'], 'anyone'>, string>> = {
    graduate: person.token,
    founder: account.token,
    recruiter: enterprise.administrator.token,
    clerk: college.administrator.token,
  };
  return { ids, tokens };
}
