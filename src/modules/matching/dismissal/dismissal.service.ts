import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { Outbox } from '../../../core/events/index.js';
import type { Connection, PageArgs } from '../../../core/graphql/index.js';
import type { DismissalReason } from '../../../generated/prisma/enums.js';
import { actingAccount } from '../../organisations/index.js';
import { ProfileReader } from '../../profiles/index.js';
import { matchingErrors } from '../matching.errors.js';
import { dismissalsChanged } from '../matching.events.js';
import type {
  DismissRecommendationInput,
  RecommendationDismissal,
  RestoreRecommendationInput,
} from './dismissal.model.js';
import { DismissalReader } from './dismissal.reader.js';
import { DismissalRepository } from './dismissal.repository.js';

/** What people do not want to be recommended, and why. Nobody else learns of it. */
@Injectable()
export class DismissalService {
  constructor(
    private readonly dismissals: DismissalRepository,
    private readonly reader: DismissalReader,
    private readonly profiles: ProfileReader,
    private readonly outbox: Outbox,
  ) {}

  async dismiss(actor: Actor, input: DismissRecommendationInput): Promise<string> {
    const { recommendationId: id, reason = null } = input;
    const profileId = await this.profileOf(actor, id);
    if (!(await this.dismissals.put(id, profileId, reason))) throw unknown();
    await this.tell(profileId);
    return id;
  }

  /** A posting that was recommended elsewhere, within the unit of work of that; the dismissal has the given id. */
  async dismissPosting(
    id: string,
    pair: { readonly profileId: string; readonly jobPostingId: string },
    reason: DismissalReason | null,
  ): Promise<void> {
    await this.dismissals.putPosting(id, pair, reason);
    await this.tell(pair.profileId);
  }

  /** Answers the posting, which is recommended again as far as it still fits; the dismissal's own id once it is deleted. */
  async restore(
    actor: Actor,
    { recommendationId: id }: RestoreRecommendationInput,
  ): Promise<string> {
    const profileId = await this.profileOf(actor, id);
    const dismissal = await this.reader.find(id, profileId);
    if (!dismissal || !(await this.dismissals.remove(id, profileId))) throw unknown();
    await this.tell(profileId);
    return dismissal.jobPostingId ?? id;
  }

  /** The viewer's own, latest first; null without a profile. */
  async own(actor: Actor, args: PageArgs): Promise<Connection<RecommendationDismissal> | null> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    return profile && this.reader.listOf(profile.id, args);
  }

  async find(actor: Actor, id: string): Promise<RecommendationDismissal | null> {
    return this.reader.find(id, await this.profileOf(actor, id));
  }

  private async profileOf(actor: Actor, recommendationId: string): Promise<string> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    if (!profile || !isUuid(recommendationId)) throw unknown();
    return profile.id;
  }

  private tell(profileId: string): Promise<void> {
    return this.outbox.record(dismissalsChanged, { profileId }, { type: 'profile', id: profileId });
  }
}

function unknown() {
  return matchingErrors.NO_RECOMMENDATION({ field: ['recommendationId'] });
}
