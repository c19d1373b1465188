import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../core/clock/index.js';
import {
  SearchEngine,
  type SearchFilter,
  type SearchHits,
} from '../../../core/search-engine/index.js';
import { NO_WORDS, questionOf, type Asked } from '../query/engine-questions.js';
import type { Words } from '../query/query-text.js';
import { PostingFinder, type TextReading } from '../posting-finder.service.js';
import { totalOf, type Counts } from '../search-facets.js';
import { CANDIDATE_RANKING } from './candidate-weights.js';
import {
  CANDIDATE_RANKED_BY,
  CANDIDATE_TOTAL_FACET,
  CANDIDATES_INDEX,
} from './candidate.settings.js';
import { rankCandidates } from './rank-candidates.js';

export interface FoundCandidates {
  /** Best first. */
  readonly ids: readonly string[];
  readonly total: number;
  readonly counts: Counts;
  readonly reading: TextReading | null;
}

export interface CandidateQuestion {
  readonly filter: SearchFilter | null;
  readonly guard: SearchFilter;
  readonly facets: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

const hitShape = z.object({
  id: z.string(),
  wishTokens: z.array(z.string()),
  skillTokens: z.string(),
  occupationTokens: z.string(),
  changedAt: z.number(),
});

const NOBODY: FoundCandidates = { ids: [], total: 0, counts: {}, reading: null };

/** Finds people by words in their index: who and how many, in the order of our ranking. */
@Injectable()
export class CandidateFinder {
  constructor(
    private readonly engine: SearchEngine,
    private readonly texts: PostingFinder,
    private readonly clock: Clock,
  ) {}

  /** Who has all of the words; another reading is taken where nobody has them as they are. */
  async find(words: Words | null, question: CandidateQuestion): Promise<FoundCandidates> {
    const read = words && (await this.texts.read(words));
    if (read && read.required.length + read.excluded.length === 0) return NOBODY;
    const ways: { readonly reading: TextReading | null; readonly tokens: Asked }[] = [
      { reading: null, tokens: read ?? NO_WORDS },
      ...(read?.otherwise ?? []),
    ];
    const answers = await this.engine.searchMany(
      ways.map(({ tokens }) => ({
        index: CANDIDATES_INDEX,
        query: { ...questionOf(tokens, question), retrieve: CANDIDATE_RANKED_BY },
      })),
    );
    const totals = answers.map(({ facets }) => totalOf(facets, CANDIDATE_TOTAL_FACET));
    const taken = Math.max(
      0,
      totals.findIndex((total) => total > 0),
    );
    const asked = ways[taken]?.tokens.required ?? [];
    return {
      ids: this.page(answers[taken]?.documents ?? [], asked, question),
      total: totals[taken] ?? 0,
      counts: answers[taken]?.facets ?? {},
      reading: ways[taken]?.reading ?? null,
    };
  }

  /** Beyond the window the engine's order stands, and its page is the one asked for. */
  private page(
    documents: SearchHits['documents'],
    asked: readonly string[],
    { limit, offset }: CandidateQuestion,
  ): string[] {
    const { window } = CANDIDATE_RANKING;
    const hits = documents.map((document) => hitShape.parse(document));
    const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);
    if (offset >= window) return ids(hits).slice(0, limit);
    const now = Math.floor(this.clock.now().getTime() / 1_000);
    const ranked = rankCandidates(hits.slice(0, window), asked, now);
    return ids([...ranked, ...hits.slice(window)]).slice(offset, offset + limit);
  }
}
