import { Injectable } from '@nestjs/common';
import { PersonalDataSource, type JsonValue } from '../../core/privacy/index.js';
import { ProfileReader } from '../profiles/index.js';
import { AllocationRunPeopleReader } from './allocation-run/allocation-run-people.reader.js';
import { AllocationRunRepository } from './allocation-run/allocation-run.repository.js';
import { DismissalReader } from './dismissal/dismissal.reader.js';
import { DismissalRepository } from './dismissal/dismissal.repository.js';
import { InvitationHistory } from './invitation/invitation-history.js';
import { RecommendationReader } from './recommendation.reader.js';
import { RecommendationRepository } from './recommendation.repository.js';

/**
 * What was worked out about a person and what the person said to it. All of it goes with the account; of allocations the
 * counts stay, which name nobody.
 */
@Injectable()
export class MatchingPersonalData extends PersonalDataSource {
  override readonly part = 'matching';

  constructor(
    private readonly profiles: ProfileReader,
    private readonly reader: RecommendationReader,
    private readonly recommendations: RecommendationRepository,
    private readonly dismissalReader: DismissalReader,
    private readonly dismissals: DismissalRepository,
    private readonly allocations: AllocationRunPeopleReader,
    private readonly runs: AllocationRunRepository,
    private readonly invitations: InvitationHistory,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const profile = await this.profiles.findByAccount(accountId);
    if (!profile) return null;
    const recommendations = await this.reader.allOf(profile.id);
    const dismissals = await this.dismissalReader.allOf(profile.id);
    const allocations = await this.allocations.allOf(profile.id);
    const invitations = await this.invitations.exportOf(profile.id);
    const all = [recommendations, dismissals, allocations, invitations];
    if (all.every(({ length }) => length === 0)) return null;
    return {
      recommendations: recommendations.map(({ jobPostingId, rank, score, terms, computedAt }) => ({
        jobPostingId,
        rank,
        score,
        reasons: JSON.parse(JSON.stringify(terms)) as JsonValue,
        computedAt: computedAt.toISOString(),
      })),
      dismissals: dismissals.map(({ jobPostingId, title, employerName, reason, dismissedAt }) => ({
        jobPostingId,
        title,
        employerName,
        reason,
        dismissedAt: dismissedAt.toISOString(),
      })),
      invitations,
      allocations: allocations.map(({ takenAt, wishes, ...given }) => ({
        ...given,
        takenAt: takenAt.toISOString(),
        wishes: wishes.map((wish) => ({ ...wish })),
      })),
    };
  }

  override async eraseFor(accountId: string): Promise<void> {
    const profile = await this.profiles.findByAccount(accountId);
    if (!profile) return;
    await this.recommendations.removeAll(profile.id);
    await this.dismissals.removeAll(profile.id);
    await this.runs.removePerson(profile.id);
    await this.invitations.remove(profile.id);
  }
}
