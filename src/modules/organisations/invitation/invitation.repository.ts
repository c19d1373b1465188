import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import type { Locale } from '../../../core/context/index.js';
import { isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import type { InvitationState, MemberRole } from '../../../generated/prisma/enums.js';
import { indexText, type Contact } from '../../identity/index.js';
import { InvitationTokens } from './invitation-tokens.js';
import { invitationErrors } from './invitation.errors.js';
import { invitationExpiry } from './invitation.machine.js';

const CONTACT_COLUMN = 'organisation_invitations.contact_sealed';
const CONTACT_INDEX = 'organisation_invitations.contact_index';

const ROW = {
  id: true,
  organisationId: true,
  role: true,
  state: true,
  contactIndex: true,
  invitedBy: true,
  expiresAt: true,
} as const;

export interface InvitationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly state: InvitationState;
  readonly contactIndex: string;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

/** What the message to the invited person needs. */
export interface InvitationToSend {
  readonly id: string;
  readonly organisationId: string;
  readonly contact: Contact;
  readonly locale: Locale;
  readonly state: InvitationState;
  readonly expiresAt: Date;
  readonly sentAt: Date | null;
}

/** The only writer of invitations; contacts are in clear only here and above. */
@Injectable()
export class InvitationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly tokens: InvitationTokens,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  indexOf(contact: Contact): string {
    return this.cipher.blindIndex(CONTACT_INDEX, indexText(contact));
  }

  open(sealed: string): string {
    return this.cipher.decrypt(sealed, CONTACT_COLUMN);
  }

  find(id: string): Promise<InvitationRow | null> {
    return this.uow.db.organisationInvitation.findUnique({ where: { id }, select: ROW });
  }

  async findByToken(token: string): Promise<InvitationRow | null> {
    const tokenHash = this.tokens.hashOf(token);
    if (tokenHash === null) return null;
    return this.uow.db.organisationInvitation.findUnique({ where: { tokenHash }, select: ROW });
  }

  /** The invitation of the organisation to the contact that still counts as pending. */
  findPending(organisationId: string, contact: Contact): Promise<InvitationRow | null> {
    return this.uow.db.organisationInvitation.findFirst({
      where: { organisationId, contactIndex: this.indexOf(contact), state: 'PENDING' },
      select: ROW,
    });
  }

  async insert(
    invitation: Pick<InvitationRow, 'organisationId' | 'role' | 'invitedBy'> & {
      readonly contact: Contact;
      readonly locale: Locale;
    },
  ): Promise<string> {
    const { contact, ...row } = invitation;
    const id = this.ids.next();
    const now = this.clock.now();
    const tokenHash = this.tokens.hashOf(this.tokens.tokenOf(id));
    if (tokenHash === null) throw new Error('A token of our own has another form than expected');
    try {
      await this.uow.db.organisationInvitation.create({
        data: {
          ...row,
          id,
          tokenHash,
          contactKind: contact.kind,
          contactSealed: this.cipher.encrypt(contact.value, CONTACT_COLUMN),
          contactIndex: this.indexOf(contact),
          createdAt: now,
          expiresAt: invitationExpiry(now),
        },
        select: { id: true },
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_organisation_invitations_pending')) throw error;
      throw invitationErrors.PENDING_EXISTS({ field: ['contact'], cause: error });
    }
    return id;
  }

  /** False when it was answered meanwhile. */
  async setState(
    id: string,
    from: InvitationState,
    to: InvitationState,
    answeredBy: string | null,
  ): Promise<boolean> {
    const { count } = await this.uow.db.organisationInvitation.updateMany({
      where: { id, state: from },
      data: { state: to, answeredBy, answeredAt: this.clock.now() },
    });
    return count === 1;
  }

  async findToSend(id: string): Promise<InvitationToSend | null> {
    const row = await this.uow.db.organisationInvitation.findUnique({ where: { id } });
    if (!row) return null;
    return {
      id,
      organisationId: row.organisationId,
      contact: { kind: row.contactKind, value: this.open(row.contactSealed) },
      locale: row.locale === 'en' ? 'en' : 'zh-CN',
      state: row.state,
      expiresAt: row.expiresAt,
      sentAt: row.sentAt,
    };
  }

  async markSent(id: string): Promise<void> {
    await this.uow.db.organisationInvitation.updateMany({
      where: { id, sentAt: null },
      data: { sentAt: this.clock.now() },
    });
  }

  /** Pending invitations whose time is over become expired; how many. */
  async expire(): Promise<number> {
    const { count } = await this.uow.db.organisationInvitation.updateMany({
      where: { state: 'PENDING', expiresAt: { lte: this.clock.now() } },
      data: { state: 'EXPIRED' },
    });
    return count;
  }

  /** Blanks the contact by which somebody was invited, where he has answered. */
  async forgetContactsOf(accountId: string): Promise<void> {
    await this.uow.db.organisationInvitation.updateMany({
      where: { answeredBy: accountId },
      data: { contactSealed: this.cipher.encrypt('', CONTACT_COLUMN), contactIndex: '' },
    });
  }

  /** The same for whatever was settled, or has lain unanswered, since before that instant. */
  async forgetContactsBefore(createdBefore: Date): Promise<void> {
    await this.uow.db.organisationInvitation.updateMany({
      where: {
        state: { not: 'PENDING' },
        createdAt: { lt: createdBefore },
        contactIndex: { not: '' },
      },
      data: { contactSealed: this.cipher.encrypt('', CONTACT_COLUMN), contactIndex: '' },
    });
  }
}
