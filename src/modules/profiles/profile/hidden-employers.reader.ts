import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';

/** Which organisations people hide from. */
@Injectable()
export class HiddenEmployersReader {
  constructor(private readonly uow: UnitOfWork) {}

  async ofProfiles(profileIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows = await this.uow.sql
      .selectFrom('profile_hidden_employers')
      .select(['profile_id', 'organisation_id'])
      .where('profile_id', 'in', [...profileIds])
      .orderBy('organisation_id')
      .execute();
    const found = new Map<string, string[]>();
    for (const { profile_id: profile, organisation_id: organisation } of rows)
      found.set(profile, [...(found.get(profile) ?? []), organisation]);
    return found;
  }
}
