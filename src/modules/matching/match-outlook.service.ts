import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { JobPostingReader } from '../job-postings/index.js';
import { actingAccount } from '../organisations/index.js';
import { ProfileReader } from '../profiles/index.js';
import { ReferenceReader } from '../reference-data/index.js';
import { explainMatch, type MatchExplanation } from './engine/match-explanation.js';
import type { SeekerFeatures } from './engine/match-features.js';
import { unknownRequirements } from './engine/unknown-requirements.js';
import type { HardRequirement } from './engine/match-score.rules.js';
import { outlookOf, standingOf, type ChangeEffect } from './engine/match-outlook.js';
import { MatchMarket } from './match-market.js';

/** How the viewer and a posting fit, and what would help, worked out at the moment of asking. */
@Injectable()
export class MatchOutlookService {
  constructor(
    private readonly profiles: ProfileReader,
    private readonly postings: JobPostingReader,
    private readonly market: MatchMarket,
    private readonly reference: ReferenceReader,
  ) {}

  /** Null without a profile or such a posting. */
  async explain(
    actor: Actor,
    jobPostingId: string,
  ): Promise<(MatchExplanation & { readonly unknown: HardRequirement[] }) | null> {
    const isOpen = (await this.postings.findOpen(actor, [jobPostingId])).length === 1;
    const person = isOpen ? await this.viewer(actor) : null;
    const posting = person && (await this.market.posting(jobPostingId));
    if (!person || !posting) return null;
    return { ...explainMatch(person, posting), unknown: unknownRequirements(person, posting) };
  }

  /** Where the posting stands among all that fit the viewer, and what would bring it up. */
  async standing(actor: Actor, jobPostingId: string): Promise<ReturnType<typeof standingOf>> {
    const person = await this.viewer(actor);
    if (!person) return { fittingCount: 0, rank: null, changes: [] };
    return standingOf(await this.market.engine(), person, jobPostingId);
  }

  /** What would help the viewer over all open postings; null without a profile. */
  async outlook(
    actor: Actor,
  ): Promise<{ readonly fittingCount: number; readonly changes: readonly ChangeEffect[] } | null> {
    const person = await this.viewer(actor);
    if (!person) return null;
    const { regions } = await this.reference.tables();
    const engine = await this.market.engine();
    return outlookOf(engine, person, (id) => regions.find(id)?.parentId ?? null);
  }

  /** The viewer as the engine knows people, also while not looking for work. */
  private async viewer(actor: Actor): Promise<SeekerFeatures | null> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    if (!profile) return null;
    return this.market.person(profile.id);
  }
}
