import { Injectable, Logger } from '@nestjs/common';
import { calendarDay } from '../../../core/clock/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { Mailer, MailRejected, type MailMessage } from '../../../core/mail/index.js';
import { AccountReader } from '../../identity/index.js';
import { OrganisationReader } from '../organisation/organisation.reader.js';
import { RecheckRepository } from './recheck.repository.js';
import { RECHECK_TEXTS } from './recheck.texts.js';

/** Writes to the administrators of an organisation whose verification ends soon, each in his own language. */
@Injectable()
export class RecheckMailService {
  private readonly logger = new Logger(RecheckMailService.name);

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
    const recipients = await this.accounts.contactsOf(administrators);
    for (const [accountId, { email, preferredLocale }] of recipients) {
      if (email === null) continue;
      const facts = { organisation: organisation.name, lastDay, link: link.href };
      await this.sendOne({
        to: email,
        ...RECHECK_TEXTS[preferredLocale](facts),
        messageId: `organisation-recheck-${organisationId}-${lastDay}-${daysLeft}-${accountId}`,
      });
    }
    await this.rechecks.markSent(organisationId, verifiedUntil, daysLeft);
  }

  /** An address that takes no mail keeps nobody else from being reminded. */
  private async sendOne(message: MailMessage): Promise<void> {
    try {
      await this.mailer.send(message);
    } catch (error) {
      if (!(error instanceof MailRejected)) throw error;
      this.logger.warn({ message: 'A reminder was refused for good', mail: message.messageId });
    }
  }
}
