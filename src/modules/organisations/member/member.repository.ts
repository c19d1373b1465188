import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { isCheckViolation, isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { MemberRole, MembershipEnd } from '../../../generated/prisma/enums.js';
import { memberErrors } from './member.errors.js';

export interface MembershipRow {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly role: MemberRole;
}

const MEMBERSHIP = { id: true, organisationId: true, accountId: true, role: true } as const;

/** The only writer of memberships. An ended one is never opened again: whoever comes back gets a new one. */
@Injectable()
export class MemberRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  findOpen(id: string): Promise<MembershipRow | null> {
    return this.uow.db.organisationMember.findFirst({
      where: { id, endedAt: null },
      select: MEMBERSHIP,
    });
  }

  findOpenOf(organisationId: string, accountId: string): Promise<MembershipRow | null> {
    return this.uow.db.organisationMember.findFirst({
      where: { organisationId, accountId, endedAt: null },
      select: MEMBERSHIP,
    });
  }

  listOpenOf(accountId: string): Promise<MembershipRow[]> {
    return this.uow.db.organisationMember.findMany({
      where: { accountId, endedAt: null },
      select: MEMBERSHIP,
      // Everybody locks several organisations in the same order.
      orderBy: { organisationId: 'asc' },
    });
  }

  async insert(organisationId: string, accountId: string, role: MemberRole): Promise<string> {
    const id = this.ids.next();
    try {
      await this.uow.db.organisationMember.create({
        data: { id, organisationId, accountId, role, joinedAt: this.clock.now() },
        select: { id: true },
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_organisation_members_open')) throw error;
      throw memberErrors.ALREADY_MEMBER({ cause: error });
    }
    return id;
  }

  /** False when the membership has ended or the role is not `from` any more. */
  async setRole(id: string, from: MemberRole, to: MemberRole): Promise<boolean> {
    return this.keepingAnAdministrator(async () => {
      const { count } = await this.uow.db.organisationMember.updateMany({
        where: { id, role: from, endedAt: null },
        data: { role: to },
      });
      return count === 1;
    });
  }

  /** False when it has ended already. */
  async end(id: string, endedBy: string | null, endCause: MembershipEnd): Promise<boolean> {
    return this.keepingAnAdministrator(async () => {
      const { count } = await this.uow.db.organisationMember.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: this.clock.now(), endedBy, endCause },
      });
      return count === 1;
    });
  }

  /** The database says no when nobody is left; asked at once, so that it can be answered in words. */
  private async keepingAnAdministrator<T>(write: () => Promise<T>): Promise<T> {
    try {
      const result = await write();
      await sql`set constraints tr_organisation_members_administrator immediate`.execute(
        this.uow.sql,
      );
      await sql`set constraints tr_organisation_members_administrator deferred`.execute(
        this.uow.sql,
      );
      return result;
    } catch (error) {
      if (!isCheckViolation(error, 'ck_organisations_administrator')) throw error;
      throw memberErrors.LAST_ADMINISTRATOR({ cause: error });
    }
  }
}
