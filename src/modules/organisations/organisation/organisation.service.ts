import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { VerificationRepository } from '../verification/verification.repository.js';
import { OrganisationParticulars, type ParticularColumns } from './organisation-particulars.js';
import { organisationErrors } from './organisation.errors.js';
import { organisationEdited } from './organisation.events.js';
import { editSchema, type EditOrganisationInput } from './organisation.inputs.js';
import { mayManage } from './organisation.policy.js';
import { OrganisationRepository, type LockedOrganisation } from './organisation.repository.js';
import { changedFields, checkParticulars, MATERIAL_FIELDS } from './organisation.rules.js';
import { StandingService } from './standing.service.js';

/** Editing an organisation. What the bureau has checked cannot change without being checked again. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly verifications: VerificationRepository,
    private readonly particulars: OrganisationParticulars,
    private readonly standing: StandingService,
    private readonly outbox: Outbox,
  ) {}

  async edit(actor: Actor, input: EditOrganisationInput): Promise<string> {
    const { id, version, changes } = parseInput(editSchema, input);
    const organisation = mayManage(actor, id) ? await this.organisations.lock(id) : null;
    if (!organisation) throw requestErrors.NOT_FOUND({ field: ['id'] });
    if (typeof version === 'number' && version !== organisation.version)
      throw requestErrors.STALE({ field: ['version'] });

    const columns = await this.particulars.columns(changes, ['changes']);
    checkParticulars(merged(organisation, columns), ['changes']);
    const contact = this.particulars.sealContact(changes.contact);
    const { namePinyin: _, searchText: __, ...comparable } = columns;
    const fields = changedFields(organisation, comparable);
    if (Object.keys(contact).length > 0) fields.push('contact');
    if (fields.length === 0) return id;

    await this.endVerification(actor, organisation, fields);
    await this.organisations.update(id, { ...columns, ...contact });
    await this.organisations.appendHistory({
      organisationId: id,
      change: 'EDITED',
      changedFields: fields,
      accountId: actor.accountId,
    });
    await this.outbox.record(
      organisationEdited,
      { organisationId: id, fields },
      { type: 'organisation', id },
    );
    return id;
  }

  /** A material change sends a verified organisation back to be checked, and waits while a check is under way. */
  private async endVerification(
    actor: Actor,
    organisation: LockedOrganisation,
    fields: readonly string[],
  ): Promise<void> {
    const material = MATERIAL_FIELDS.find((field) => fields.includes(field));
    if (!material) return;
    if (await this.verifications.hasOpen(organisation.id)) {
      const name = material === 'regionId' ? 'regionCode' : material;
      throw organisationErrors.UNDER_REVIEW({ field: ['changes', name] });
    }
    if (organisation.verifiedUntil === null) return;
    const verification = { verifiedAt: null, verifiedUntil: null };
    if (organisation.storedStanding === 'SUSPENDED')
      await this.organisations.update(organisation.id, verification);
    else
      await this.standing.change(actor, organisation, {
        transition: 'demandRecheck',
        by: 'OWNER',
        reason: { code: 'MATERIAL_CHANGE' },
        verification,
      });
  }
}

/** The organisation as it would be with the columns that were given. */
function merged(organisation: LockedOrganisation, columns: ParticularColumns) {
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return { ...organisation, ...(Object.fromEntries(given) as Partial<LockedOrganisation>) };
}
