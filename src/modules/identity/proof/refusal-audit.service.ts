import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../core/audit/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { DomainError } from '../../../core/errors/index.js';
import { ContactRepository } from '../contact/contact.repository.js';
import type { Contact } from '../contact/contact.rules.js';
import { IdentityLimits } from '../identity.limits.js';

/**
 * Leaves an audit entry of each refused try to get into an account: which account, when the contact is one's, how and
 * why. Contacts stand in no entry. Written after the refusal, in a unit of its own, with the same statements for known
 * and unknown contacts.
 */
@Injectable()
export class RefusalAudit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly contacts: ContactRepository,
    private readonly limits: IdentityLimits,
  ) {}

  /** Does `work`; when it is refused, that is noted under `action` before it is said. */
  async noting<T>(
    action: 'refuseSignIn' | 'refusePasswordReset',
    method: 'PASSWORD' | 'CODE',
    contact: Contact,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && error.category !== 'dependency')
        await this.note(action, { method, reason: error.code }, contact, error);
      throw error;
    }
  }

  private async note(
    action: string,
    detail: { readonly method: string; readonly reason: string },
    contact: Contact,
    { category }: DomainError,
  ): Promise<void> {
    // Who goes on against a limit costs us a statement, not an entry for ever, each time.
    if (category === 'limit' && !(await this.limits.mayNoteLimited(this.contacts.indexOf(contact))))
      return;
    await this.uow.run(async () => {
      const subjectId = await this.contacts.ownerOf(contact);
      const subjectType = subjectId === null ? null : 'account';
      await this.audit.append({ action, subjectType, subjectId, detail });
    });
  }
}
