import { Injectable } from '@nestjs/common';
import { calendarDay, Clock } from '../../../core/clock/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { Mailer } from '../../../core/mail/index.js';
import { OrganisationReader } from '../organisation/organisation.reader.js';
import { InvitationTokens } from './invitation-tokens.js';
import { InvitationRepository } from './invitation.repository.js';
import { INVITATION_TEXTS } from './invitation.texts.js';

/** Sends the link of an invitation by mail. Someone invited by phone finds it in the own account after signing in with that number. */
@Injectable()
export class InvitationMailService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly organisations: OrganisationReader,
    private readonly tokens: InvitationTokens,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Once: nothing when it was sent before, was answered meanwhile or is over. */
  async send(invitationId: string): Promise<void> {
    const invitation = await this.invitations.findToSend(invitationId);
    if (invitation?.state !== 'PENDING' || invitation.sentAt !== null) return;
    const { contact, organisationId, locale, expiresAt } = invitation;
    if (contact.kind !== 'EMAIL' || expiresAt <= this.clock.now()) return;

    const [organisation] = await this.organisations.findMany([organisationId]);
    if (!organisation) return;
    const link = new URL('/invitations/answer', this.config.env.APP_ORIGIN);
    // Behind the fragment it reaches no server log on its way.
    link.hash = this.tokens.tokenOf(invitationId);
    const lastDay = calendarDay(new Date(expiresAt.getTime() - 1));
    const { subject, text } = INVITATION_TEXTS[locale]({
      organisation: organisation.name,
      link: link.href,
      lastDay,
    });
    await this.mailer.send({
      to: contact.value,
      subject,
      text,
      messageId: `organisation-invitation-${invitationId}`,
    });
    await this.invitations.markSent(invitationId);
  }
}
