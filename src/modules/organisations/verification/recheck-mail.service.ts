import { Injectable } from '@nestjs/common';
import { calendarDay } from '../../../core/clock/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { Mailer } from '../../../core/mail/index.js';
import { AccountReader } from '../../identity/index.js';
import { OrganisationReader } from '../organisation/organisation.reader.js';
import { RecheckRepository } from './recheck.repository.js';
import { RECHECK_TEXTS } from './recheck.texts.js';

/** Writes to the administrators of an organisation whose verification ends soon, each in his own language. */
@Injectable()
export class RecheckMailService {
  constructor(
    private readonly rechecks: RecheckRepository,
    private readonly organisations: OrganisationReader,
    private readonly accounts: AccountReader,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** Once: nothing when it was sent before or the organisation has been verified anew. */
  async send(organisationId: string, daysLeft: number): Promise<void> {
    const verifiedUntil = await this.rechecks.findUnsent(organisationId, daysLeft);
    const [organisation] = await this.organisations.findMany([organisationId]);
    if (!verifiedUntil || !organisation) return;
    const lastDay = calendarDay(new Date(verifiedUntil.getTime() - 1));
    const link = new URL(
      `/organisations/${organisationId}/verification`,
      this.config.env.APP_ORIGIN,
    );
    const administrators = await this.organisations.administratorsOf(organisationId);
    for (const [accountId, contacts] of await this.accounts.contactsOf(administrators)) {
      if (contacts.email === null) continue;
      await this.mailer.send({
        to: contacts.email,
        ...RECHECK_TEXTS[contacts.preferredLocale]({
          organisation: organisation.name,
          lastDay,
          link: link.href,
        }),
        messageId: `organisation-recheck-${organisationId}-${lastDay}-${daysLeft}-${accountId}`,
      });
    }
    await this.rechecks.markSent(organisationId, verifiedUntil, daysLeft);
  }
}
