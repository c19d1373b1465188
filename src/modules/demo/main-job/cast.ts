import { must } from './play-failed.js';
import type { ApiClient } from './api-client.js';
import type { Play } from './play.js';

/** Where the enterprise is: a place without a bureau of its own, so that the city's is in charge. */
export const TAICANG = '320585';

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  /** Where codes and mail reach him. */
  readonly contact: string;
  readonly client: ApiClient;
}

export interface Employer {
  readonly id: string;
  readonly name: string;
  readonly person: Person;
}

/** Everybody who plays. */
export interface Cast {
  readonly officer: Person;
  readonly clerk: Person;
  readonly recruiter: Person;
  readonly student: Person;
  readonly graduate: Person;
  readonly other: Person;
  readonly enterprise: Employer;
  readonly college: Employer;
  /** The employer of external postings; null where there are none. */
  readonly claimant: Employer | null;
}

export interface Registration {
  readonly kind: 'ENTERPRISE' | 'COLLEGE';
  readonly name: string;
  readonly regionCode: string;
  readonly unifiedSocialCreditCode: string;
  readonly collegeCode?: string;
}

/** Codes have six digits; the latest message stands first. */
const CODE = /(?<!\d)\d{6}(?!\d)/;
const PASSWORD = 'harbour-bridge-lantern-52';
const PAPERS = {
  ENTERPRISE: ['BUSINESS_LICENCE', 'HANDLER_IDENTITY', 'POWER_OF_ATTORNEY'],
  COLLEGE: ['APPROVAL_DOCUMENT', 'HANDLER_IDENTITY', 'POWER_OF_ATTORNEY'],
} as const;
/** The smallest picture there is, in place of a scan. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Signs up by mail: asks for the code, reads it where development mail can be read, registers. */
export async function register(play: Play, part: string, displayName: string): Promise<Person> {
  const { anyone, run } = play;
  const contact = `${part}-${run.toLowerCase()}@main-job.example.invalid`;
  const { privacyNotice } = await anyone.ask<{ privacyNotice: { version: number } }>(
    '{ privacyNotice { version } }',
  );
  const purpose = { contact, purpose: 'REGISTER' };
  await anyone.act('requestOneTimeCode', purpose, 'expiresAt', { isKeyed: false });
  const code = await latestCode(play, contact);
  const { account, token } = await anyone.act<{ account: { id: string }; token: string }>(
    'registerAccount',
    {
      contact,
      code,
      displayName,
      password: PASSWORD,
      birthDate: '2001-05-20',
      channel: 'API',
      privacyNoticeVersion: privacyNotice.version,
    },
    'account { id } token',
  );
  return { accountId: account.id, displayName, contact, client: anyone.as(token) };
}

/** The code that was sent last, where development mail can be read; another one than `before`. */
export function latestCode(play: Play, contact: string, before?: string): Promise<string> {
  return play.eventually('a code arrives', async () => {
    const page = await play.anyone.page(`/dev/messages?to=${encodeURIComponent(contact)}`);
    const code = CODE.exec(page.slice(page.indexOf('<article>')))?.[0] ?? null;
    return code === before ? null : code;
  });
}

export async function signIn(play: Play, contact: string, password: string): Promise<ApiClient> {
  const input = { contact, password, channel: 'API' };
  const { token } = await play.anyone.act<{ token: string }>('signIn', input, 'token', {
    isKeyed: false,
  });
  return play.anyone.as(token);
}

/** Registers an organisation, uploads its papers and hands them in; id of the verification. */
export async function registerOrganisation(
  person: Person,
  registration: Registration,
): Promise<{ readonly employer: Employer; readonly verificationId: string }> {
  const { client } = person;
  const { organisation } = await client.act<{ organisation: { id: string; standing: string } }>(
    'registerOrganisation',
    registration,
    'organisation { id standing }',
  );
  must(organisation.standing === 'UNVERIFIED', `${registration.name} begins unverified`);
  const evidence = await Promise.all(
    PAPERS[registration.kind].map(async (kind) => ({ kind, fileId: await upload(client) })),
  );
  const { verification } = await client.act<{ verification: { id: string; state: string } }>(
    'submitVerification',
    { organisationId: organisation.id, evidence },
    'verification { id state }',
  );
  must(verification.state === 'SUBMITTED', `the papers of ${registration.name} are handed in`);
  const employer = { id: organisation.id, name: registration.name, person };
  return { employer, verificationId: verification.id };
}

async function upload(client: ApiClient): Promise<string> {
  const file = {
    purpose: 'organisationEvidence',
    fileName: '证明材料.png',
    sizeBytes: PICTURE.length,
  };
  const { fileUpload } = await client.act<{ fileUpload: { fileId: string; uploadUrl: string } }>(
    'beginFileUpload',
    file,
    'fileUpload { fileId uploadUrl }',
  );
  await client.put(fileUpload.uploadUrl, PICTURE);
  return fileUpload.fileId;
}

/** The bureau's officer takes the papers on and approves. */
export async function verify(officer: ApiClient, verificationId: string): Promise<void> {
  await officer.act('claimVerification', { verificationId }, 'verification { id }');
  const { verification } = await officer.act<{
    verification: { organisation: { standing: string } };
  }>('approveVerification', { verificationId }, 'verification { organisation { standing } }', {
    isKeyed: false,
  });
  must(
    verification.organisation.standing === 'VERIFIED',
    'a verified organisation is in good standing',
  );
}
