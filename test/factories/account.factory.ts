import { Clock, Ids } from '../../src/core/clock/index.js';
import { ANONYMOUS } from '../../src/core/auth/index.js';
import type { Locale } from '../../src/core/context/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import type { AccountRow } from '../../src/modules/identity/index.js';
import { AccountRepository } from '../../src/modules/identity/account/account.repository.js';
import { ContactRepository } from '../../src/modules/identity/contact/contact.repository.js';
import { parseContact } from '../../src/modules/identity/contact/contact.rules.js';
import { PasswordHasher } from '../../src/modules/identity/password/password-hasher.js';
import { PrivacyConsentRepository } from '../../src/modules/identity/privacy-notice/privacy-consent.repository.js';
import { SessionService } from '../../src/modules/identity/session/session.service.js';
import type { TestApp } from '../support/app.js';

export interface AccountOptions {
  readonly displayName?: string;
  readonly locale?: Locale;
  readonly isAdministrator?: boolean;
  /** Contacts to sign in with; a mail address nobody else has unless said. */
  readonly contacts?: readonly string[];
  /** Without one the account has none: hashing is slow. */
  readonly password?: string;
  readonly birthDate?: string;
  /** Which cookie or token `token` is for: bearer unless said. */
  readonly channel?: 'API' | 'PORTAL';
}

export interface TestAccount {
  readonly account: AccountRow;
  /** Of an open session: `app.gql(query, variables, { as: someone })`. */
  readonly token: string;
  readonly sessionId: string;
  /** As they were given, the first one first. */
  readonly contacts: readonly string[];
}

let made = 0;

/** An active account that has agreed to the privacy notice and is signed in. */
export async function createAccount(
  app: Pick<TestApp, 'get'>,
  options: AccountOptions = {},
): Promise<TestAccount> {
  made += 1;
  const id = app.get(Ids).next();
  const contacts = options.contacts ?? [`person-${id}@example.org`];
  const account = {
    id,
    displayName: options.displayName ?? `测试用户${String(made)}`,
    preferredLocale: options.locale ?? 'zh-CN',
    state: 'ACTIVE',
  } as const;
  const passwordHash =
    options.password === undefined ? null : await app.get(PasswordHasher).hash(options.password);
  const ticket = app.get(SessionService).newTicket(options.channel ?? 'API');
  await app.get(UnitOfWork).run(async () => {
    await app.get(AccountRepository).insert({
      id,
      displayName: account.displayName,
      preferredLocale: account.preferredLocale,
      passwordHash,
      birthDate: options.birthDate ?? '1999-05-20',
      isAdministrator: options.isAdministrator ?? false,
    });
    for (const text of contacts) {
      const contact = parseContact(text);
      if (!contact) throw new Error(`${text} is no contact`);
      await app.get(ContactRepository).put(id, contact);
    }
    await consentToNotice(app, id);
    await app.get(SessionService).open(ANONYMOUS, id, ticket);
  });
  return { account, token: ticket.token, sessionId: ticket.sessionId, contacts };
}

/** A spec that empties every table has no notice to agree to any more. */
async function consentToNotice(app: Pick<TestApp, 'get'>, accountId: string): Promise<void> {
  const notice = await app
    .get(UnitOfWork)
    .sql.selectFrom('privacy_notices')
    .select('version')
    .where('published_at', '<=', app.get(Clock).now())
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (notice) await app.get(PrivacyConsentRepository).put(accountId, notice.version);
}
