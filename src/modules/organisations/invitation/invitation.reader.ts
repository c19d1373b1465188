import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import { mask } from '../../../core/privacy/index.js';
import { AccountReader, type Contact } from '../../identity/index.js';
import type { OrganisationInvitation } from './invitation.model.js';
import { InvitationRepository } from './invitation.repository.js';

/** Most invitations one person can have waiting for an answer that are shown. */
const MOST_OWN = 50;

/** Invitations as administrators and invited people see them; contacts are masked. */
@Injectable()
export class InvitationReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly accounts: AccountReader,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<OrganisationInvitation | null> {
    const row = await this.select().where('id', '=', id).executeTakeFirst();
    return row ? this.toInvitation(row) : null;
  }

  /** All invitations of an organisation, newest first; the caller has checked that the viewer manages it. */
  listOf(organisationId: string, args: PageArgs): Promise<Connection<OrganisationInvitation>> {
    return keysetPage(this.select().where('organisation_id', '=', organisationId), {
      args,
      orderBy: [
        { column: 'organisation_invitations.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'organisation_invitations.id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => this.toInvitation(row),
    });
  }

  /** Invitations that wait for this account's answer, newest first. */
  async listFor(accountId: string): Promise<OrganisationInvitation[]> {
    const indexes = await this.contactIndexesOf(accountId);
    if (indexes.length === 0) return [];
    const rows = await this.select()
      .where('contact_index', 'in', indexes)
      .where('state', '=', 'pending')
      .where('expires_at', '>', this.clock.now())
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_OWN)
      .execute();
    return rows.map((row) => this.toInvitation(row));
  }

  /** What stands for the account's own contacts in the table of invitations. */
  async contactIndexesOf(accountId: string): Promise<string[]> {
    const own = (await this.accounts.contactsOf([accountId])).get(accountId);
    const contacts: Contact[] = [];
    if (own?.phone) contacts.push({ kind: 'PHONE', value: own.phone });
    if (own?.email) contacts.push({ kind: 'EMAIL', value: own.email });
    return contacts.map((contact) => this.invitations.indexOf(contact));
  }

  private select() {
    return this.uow.sql
      .selectFrom('organisation_invitations')
      .select([
        'id',
        'organisation_id',
        'role',
        'contact_kind',
        'contact_sealed',
        'state',
        'invited_by',
        'created_at',
        'expires_at',
      ]);
  }

  private toInvitation(row: InvitationSelection): OrganisationInvitation {
    const contactKind = enumName(row.contact_kind);
    const contact = this.invitations.open(row.contact_sealed);
    const isOver = row.state === 'pending' && row.expires_at <= this.clock.now();
    return {
      id: row.id,
      organisationId: row.organisation_id,
      role: enumName(row.role),
      contactKind,
      contactMasked: contactKind === 'PHONE' ? mask.phone(contact) : mask.email(contact),
      state: isOver ? 'EXPIRED' : enumName(row.state),
      invitedBy: row.invited_by,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    };
  }
}

type InvitationSelection = Awaited<
  ReturnType<ReturnType<InvitationReader['select']>['execute']>
>[number];
