import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import type {
  AccountClass,
  MemberRole,
  OrganisationKind,
  OrganisationStanding,
} from '../../src/modules/organisations/index.js';
import { MemberRepository } from '../../src/modules/organisations/member/member.repository.js';
import { creditCodeCheckDigit } from '../../src/modules/organisations/organisation/credit-code.js';
import { OrganisationRepository } from '../../src/modules/organisations/organisation/organisation.repository.js';
import {
  ACCOUNT_CLASSES,
  searchable,
} from '../../src/modules/organisations/organisation/organisation.rules.js';
import { validityEnd } from '../../src/modules/organisations/verification/verification.rules.js';
import type { TestApp } from '../support/app.js';
import { createAccount, type TestAccount } from './account.factory.js';
import { collegeId, REGION, regionId } from './reference-data.factory.js';

type Context = Pick<TestApp, 'get'>;

export interface OrganisationOptions {
  /** An enterprise unless said. */
  readonly kind?: OrganisationKind;
  /** Verified unless said: most specs are about organisations in good standing. */
  readonly standing?: OrganisationStanding;
  /** End of the verification of a verified, lapsed or suspended one; as late as the rules allow unless said. */
  readonly verifiedUntil?: Date;
  /** Wuzhong unless said; a bureau's is Suzhou. */
  readonly regionCode?: string;
  readonly name?: string;
  readonly unifiedSocialCreditCode?: string;
  readonly accountClass?: AccountClass;
  readonly hrServiceLicence?: string;
  /** Ministry's code of the institution, for colleges. */
  readonly collegeCode?: string;
  readonly industryCode?: string;
  /** A new administrator joins when none is named. */
  readonly members?: readonly { readonly account: TestAccount; readonly role: MemberRole }[];
}

export interface TestOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  readonly regionId: string;
  /** The first administrator. */
  readonly administrator: TestAccount;
}

const NAMES: Readonly<Record<OrganisationKind, string>> = {
  ENTERPRISE: '测试精密制造有限公司',
  COLLEGE: '测试职业技术学院',
  LABOUR_BASE: '测试劳务协作基地',
  HR_BUREAU: '测试人力资源和社会保障局',
  HR_AGENCY: '测试人力资源服务有限公司',
  TRAINING_BODY: '测试职业技能培训中心',
  SOCIAL_ORGANISATION: '测试行业协会',
  STATION_OPERATOR: '测试青年驿站运营有限公司',
};

let made = 0;

/** A code whose middle part no registry would give. */
export function newCreditCode(): string {
  made += 1;
  const body = `91320506DEM${String(made).padStart(6, '0')}`;
  return body + creditCodeCheckDigit(body);
}

/** An organisation with its members, as if it had long been there: no events, no history. */
export async function createOrganisation(
  app: Context,
  options: OrganisationOptions = {},
): Promise<TestOrganisation> {
  const { kind = 'ENTERPRISE', standing = 'VERIFIED', members = [] } = options;
  const first = members.find(({ role }) => role === 'ADMINISTRATOR')?.account;
  const administrator = first ?? (await createAccount(app));
  const everybody = first
    ? members
    : [{ account: administrator, role: 'ADMINISTRATOR' as const }, ...members];
  const unifiedSocialCreditCode = options.unifiedSocialCreditCode ?? newCreditCode();
  const name = options.name ?? `${NAMES[kind]}${String(made)}`;
  const accountClass = options.accountClass ?? ACCOUNT_CLASSES[kind][0];
  if (!accountClass) throw new Error(`${kind} has no account class`);
  const region = regionId(
    options.regionCode ?? (kind === 'HR_BUREAU' ? REGION.suzhou : REGION.wuzhong),
  );
  const licence =
    accountClass === 'OPERATING_AGENCY' ? '（苏）人服证字〔2026〕第0512000001号' : null;

  const id = await app.get(UnitOfWork).run(async () => {
    const organisations = app.get(OrganisationRepository);
    const id = await organisations.insert({
      kind,
      name,
      ...searchable(name),
      unifiedSocialCreditCode,
      regionId: region,
      accountClass,
      hrServiceLicence: options.hrServiceLicence ?? licence,
      collegeId: options.collegeCode === undefined ? null : collegeId(options.collegeCode),
      industryCode: options.industryCode ?? null,
      registeredBy: administrator.account.id,
      standing,
      ...verificationOf(app, standing, options.verifiedUntil),
    });
    for (const { account, role } of everybody)
      await app.get(MemberRepository).insert(id, account.account.id, role);
    return id;
  });
  return { id, kind, name, unifiedSocialCreditCode, regionId: region, administrator };
}

function verificationOf(
  app: Context,
  standing: OrganisationStanding,
  given: Date | undefined,
): { verifiedAt: Date | null; verifiedUntil: Date | null } {
  if (standing === 'UNVERIFIED' || (standing === 'SUSPENDED' && given === undefined))
    return { verifiedAt: null, verifiedUntil: null };
  const clock = app.get(Clock);
  const verifiedUntil =
    given ?? (standing === 'LAPSED' ? clock.now() : validityEnd(clock.today(), null));
  return { verifiedAt: new Date(verifiedUntil.getTime() - 150 * 86_400_000), verifiedUntil };
}

/** An organisation with an administrator and somebody who does its daily work. */
async function createWithOfficer(
  app: Context,
  options: OrganisationOptions,
): Promise<TestOrganisation & { readonly officer: TestAccount }> {
  const officer = await createAccount(app);
  const members = [...(options.members ?? []), { account: officer, role: 'OFFICER' as const }];
  return { ...(await createOrganisation(app, { ...options, members })), officer };
}

export async function createEnterpriseWithRecruiter(
  app: Context,
  options: OrganisationOptions = {},
): Promise<TestOrganisation & { readonly recruiter: TestAccount }> {
  const { officer, ...enterprise } = await createWithOfficer(app, {
    kind: 'ENTERPRISE',
    ...options,
  });
  return { ...enterprise, recruiter: officer };
}

/** In charge of Suzhou unless said. */
export function createBureauWithOfficer(
  app: Context,
  options: OrganisationOptions = {},
): Promise<TestOrganisation & { readonly officer: TestAccount }> {
  return createWithOfficer(app, { kind: 'HR_BUREAU', ...options });
}

export async function createCollegeWithClerk(
  app: Context,
  options: OrganisationOptions = {},
): Promise<TestOrganisation & { readonly clerk: TestAccount }> {
  const { officer, ...college } = await createWithOfficer(app, { kind: 'COLLEGE', ...options });
  return { ...college, clerk: officer };
}
