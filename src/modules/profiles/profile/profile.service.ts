import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount, OrganisationReader } from '../../organisations/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { OwnProfile } from './own-profile.service.js';
import { profileErrors } from './profile.errors.js';
import {
  createSchema,
  editSchema,
  visibilitySchema,
  type Basics,
  type ChangeProfileVisibilityInput,
  type CreateProfileInput,
  type EditProfileInput,
} from './profile.inputs.js';
import { dayColumn, ProfileRepository, type ProfileColumns } from './profile.repository.js';

/** A person's own profile: making it, its plain facts, and who may find it. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly own: OwnProfile,
    private readonly organisations: OrganisationReader,
    private readonly reference: ReferenceReader,
  ) {}

  async create(actor: Actor, input: CreateProfileInput): Promise<string> {
    const { fullName, ...basics } = parseInput(createSchema, input);
    const id = await this.profiles.insert({
      accountId: actingAccount(actor),
      fullName,
      headline: basics.headline ?? null,
      summary: basics.summary ?? null,
      homeRegionId: (await this.regionId(basics, [])) ?? null,
      availableFrom: dayColumn(basics.availableFrom ?? null),
    });
    await this.own.announce(id);
    return id;
  }

  async edit(actor: Actor, input: EditProfileInput): Promise<string> {
    const { version, changes } = parseInput(editSchema, input);
    const profile = await this.own.lock(actor, version);
    const { headline, summary, availableFrom, fullName, isActive } = changes;
    const homeRegionId = await this.regionId(changes, ['changes']);
    const columns: ProfileColumns = {
      ...(headline !== undefined && { headline }),
      ...(summary !== undefined && { summary }),
      ...(homeRegionId !== undefined && { homeRegionId }),
      ...(availableFrom !== undefined && { availableFrom: dayColumn(availableFrom) }),
      ...(typeof fullName === 'string' && { fullName }),
      ...(typeof isActive === 'boolean' && { isActive }),
    };
    if (Object.keys(columns).length === 0) return profile.id;
    return this.own.changed(profile.id, columns);
  }

  async changeVisibility(actor: Actor, input: ChangeProfileVisibilityInput): Promise<string> {
    const { version, visibility, hiddenEmployerIds, takesInvitations } = parseInput(
      visibilitySchema,
      input,
    );
    const profile = await this.own.lock(actor, version);
    if (hiddenEmployerIds) {
      const ids = [...new Set(hiddenEmployerIds)];
      await this.requireEmployers(hiddenEmployerIds);
      await this.profiles.replaceHidden(profile.id, ids);
    }
    return this.own.changed(profile.id, {
      visibility,
      ...(takesInvitations != null && { takesInvitations }),
    });
  }

  private async regionId(
    { homeRegionCode }: Pick<Basics, 'homeRegionCode'>,
    path: readonly string[],
  ): Promise<string | null | undefined> {
    if (!homeRegionCode) return homeRegionCode === undefined ? undefined : null;
    const field = [...path, 'homeRegionCode'];
    return (await this.reference.requireRegion(homeRegionCode, field)).id;
  }

  /** An organisation nobody has verified is known to nobody, so it cannot be named either. */
  private async requireEmployers(ids: readonly string[]): Promise<void> {
    const found = await this.organisations.findMany(ids);
    const known = new Set(
      found.filter(({ standing }) => standing !== 'UNVERIFIED').map(({ id }) => id),
    );
    const unknown = ids.findIndex((id) => !known.has(id));
    if (unknown >= 0)
      throw profileErrors.NOT_AN_EMPLOYER({ field: ['hiddenEmployerIds', String(unknown)] });
  }
}
