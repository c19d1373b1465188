import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import {
  JobPostingReader,
  type JobPosting,
  type OpenPostingConditions,
} from '../job-postings/index.js';
import { PostingFinder } from './posting-finder.service.js';
import { engineFilter, engineGuard, type AskedConditions } from './query/search-conditions.js';
import type { SearchCondition, SearchRelaxation } from './search.model.js';
import type { Words } from './query/query-text.js';
import { CONCEPT_KINDS } from './query/search-words.js';
import { JOB_POSTINGS_INDEX } from './indexing/search.settings.js';
import { SimilarFinder } from './similar-finder.service.js';

/** Titles that resemble are offered where fewer than these were found, and as many at most. */
export const FEW_RESULTS = 20;

/** What each condition is called outside, and the value that asks for nothing. */
const CONDITIONS = {
  REGION: { regionId: null },
  OCCUPATION: { occupationCode: null },
  INDUSTRY: { industryCode: null },
  PAY: { payAtLeastFen: null },
  EDUCATION: { educationRankAtMost: null },
  EXPERIENCE: { experienceYearsAtMost: null },
  SKILL_LEVEL: { skillLevelIds: null },
  EMPLOYER: { organisationId: null },
  EMPLOYER_KIND: { employerKinds: null },
  ENGAGEMENT_TYPE: { engagementTypes: null },
  PUBLICATION: { publication: null },
  POSTED_SINCE: { postedSince: null },
  PARTNERS: { partnersOnly: false },
} as const satisfies Readonly<Record<string, Partial<OpenPostingConditions>>>;

const ALL = Object.values<Partial<OpenPostingConditions>>(CONDITIONS).reduce((all, one) => ({
  ...all,
  ...one,
}));

/** A search with less in it. */
interface Narrowed {
  readonly condition: SearchCondition;
  readonly conditions: OpenPostingConditions;
  readonly words: Words | null;
}

/** Ways on from a search that found little or nothing. */
@Injectable()
export class SearchHelp {
  constructor(
    private readonly finder: PostingFinder,
    private readonly nearby: SimilarFinder,
    private readonly postings: JobPostingReader,
    private readonly clock: Clock,
  ) {}

  /** Postings whose titles resemble the words, without those that were found. */
  async similar(
    actor: Actor,
    { conditions, words }: AskedConditions,
    found: { readonly ids: readonly string[]; readonly isInTitle: boolean },
  ): Promise<JobPosting[]> {
    if (words === null || words.parts.length === 0) return [];
    const colleges = await this.postings.audienceCollegesOf(actor);
    const ids = await this.nearby.similar(JOB_POSTINGS_INDEX, await this.finder.read(words), {
      filter: engineFilter(conditions, colleges),
      guard: engineGuard(this.clock.today(), colleges),
      limit: FEW_RESULTS + found.ids.length,
      isInTitle: found.isInTitle,
    });
    const others = ids.filter((id) => !found.ids.includes(id)).slice(0, FEW_RESULTS);
    return this.postings.findOpen(actor, others, conditions);
  }

  /** A word that sounds the same and is found. */
  async didYouMean(actor: Actor, { conditions, words }: AskedConditions): Promise<string | null> {
    if (words === null) return null;
    const colleges = await this.postings.audienceCollegesOf(actor);
    return this.nearby.soundingLike(JOB_POSTINGS_INDEX, await this.finder.read(words), {
      filter: engineFilter(conditions, colleges),
      guard: engineGuard(this.clock.today(), colleges),
    });
  }

  /**
   * How many would be found without each of the conditions, the most first; where no single one is in the way, without
   * all of them. What finds nothing either is left out.
   */
  async relaxations(actor: Actor, asked: AskedConditions): Promise<SearchRelaxation[]> {
    const single = await this.counted(actor, withoutEach(asked));
    if (single.length > 0) return single;
    const { conditions, words } = asked;
    const parts = words?.parts.length ? { ...words, concepts: [] } : null;
    const all: Narrowed = { condition: 'ALL', conditions: { ...conditions, ...ALL }, words: parts };
    return parts === null ? [] : this.counted(actor, [all]);
  }

  private async counted(actor: Actor, searches: readonly Narrowed[]): Promise<SearchRelaxation[]> {
    const colleges = await this.postings.audienceCollegesOf(actor);
    const guard = engineGuard(this.clock.today(), colleges);
    const counted = await Promise.all(
      searches.map(async ({ condition, conditions, words }) => {
        const read = words && (await this.finder.read(words));
        const filter = engineFilter(conditions, colleges);
        const total = await this.finder.count(JOB_POSTINGS_INDEX, read, { filter, guard });
        return { condition, total };
      }),
    );
    return counted.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  }
}

/** The search without each of its conditions. */
function withoutEach({ conditions, words }: AskedConditions): Narrowed[] {
  const searches = Object.entries(CONDITIONS)
    .filter(([, without]) => changes(conditions, without))
    .map(([condition, without]): Narrowed => {
      const name = condition as keyof typeof CONDITIONS;
      return { condition: name, conditions: { ...conditions, ...without }, words };
    });
  const withoutConcepts = CONCEPT_KINDS.flatMap((condition): Narrowed[] => {
    if (!words?.concepts.some(({ kind }) => kind === condition)) return [];
    const concepts = words.concepts.filter(({ kind }) => kind !== condition);
    const isAnything = words.parts.length + concepts.length > 0;
    return [{ condition, conditions, words: isAnything ? { ...words, concepts } : null }];
  });
  return [...searches, ...withoutConcepts];
}

function changes(
  conditions: OpenPostingConditions,
  without: Partial<OpenPostingConditions>,
): boolean {
  const merged = { ...conditions, ...without };
  return (Object.keys(without) as (keyof OpenPostingConditions)[]).some(
    (key) => merged[key] !== conditions[key],
  );
}
