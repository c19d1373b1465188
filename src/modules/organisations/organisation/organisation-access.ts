import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { maySeeInternals } from './organisation.policy.js';
import { OrganisationReader } from './organisation.reader.js';

/** Who sees behind the public page. An unknown organisation and somebody else's give the same answer. */
@Injectable()
export class OrganisationAccess {
  constructor(private readonly organisations: OrganisationReader) {}

  async seesInternals(actor: Actor, organisationId: string): Promise<boolean> {
    if (!isUuid(organisationId)) return false;
    const [organisation] = await this.organisations.findMany([organisationId]);
    return organisation !== undefined && maySeeInternals(actor, organisation);
  }
}
