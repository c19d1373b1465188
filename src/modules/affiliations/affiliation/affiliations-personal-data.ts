import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Outbox } from '../../../core/events/index.js';
import { PersonalDataSource, type JsonValue } from '../../../core/privacy/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { AffiliationSteps } from './affiliation-steps.service.js';
import { affiliationLeft } from './affiliation.events.js';
import { AffiliationReader } from './affiliation.reader.js';
import { AffiliationRepository } from './affiliation.repository.js';

/** Where a person studied. Closing an account ends its affiliations and takes name and number out of them. */
@Injectable()
export class AffiliationsPersonalData extends PersonalDataSource {
  override readonly part = 'affiliations';

  constructor(
    private readonly reader: AffiliationReader,
    private readonly repository: AffiliationRepository,
    private readonly steps: AffiliationSteps,
    private readonly organisations: OrganisationReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const places = await this.reader.listFor(accountId);
    if (places.length === 0) return null;
    const colleges = await this.organisations.findMany(places.map((place) => place.collegeId));
    const nameOf = new Map(colleges.map(({ id, name }) => [id, name]));
    return places.map((place) => ({
      college: nameOf.get(place.collegeId) ?? '',
      state: place.state,
      studentNumber: place.number,
      studentName: place.name,
      major: place.majorName,
      className: place.className,
      graduationYear: place.graduationYear,
      claimedAt: place.claimedAt?.toISOString() ?? null,
      decidedAt: place.decidedAt?.toISOString() ?? null,
      refusalReason: place.refusalReason,
      leftAt: place.leftAt?.toISOString() ?? null,
    }));
  }

  override async eraseFor(accountId: string): Promise<void> {
    for (const place of await this.repository.listOpenOf(accountId)) {
      await this.steps.take(SYSTEM, place, 'erase', {
        by: 'PLATFORM',
        columns: { leftAt: this.clock.now() },
      });
      await this.outbox.record(
        affiliationLeft,
        {
          affiliationId: place.id,
          collegeId: place.collegeId,
          accountId,
          isByCollege: false,
          wasConfirmed: place.state === 'CONFIRMED',
        },
        { type: 'affiliation', id: place.id },
      );
    }
    await this.repository.forget(accountId);
  }
}
