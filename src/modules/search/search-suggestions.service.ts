import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import { SearchUnavailable } from '../../core/search-engine/index.js';
import { JobPostingReader, type JobPosting } from '../job-postings/index.js';
import { JOB_POSTINGS_INDEX } from './indexing/search.settings.js';
import { PostingFinder } from './posting-finder.service.js';
import { engineGuard } from './query/search-conditions.js';
import { wordsOf } from './query/query-text.js';
import type { SearchWordKind, SearchWordSuggestion } from './search.model.js';
import { compact, foldedText } from './text/folded-text.js';

/** Of so many postings that have what was typed, the words are offered. */
const LOOKED_AT = 60;

/** What is typed, completed: titles and employers of open postings that have it, those of more postings first. */
@Injectable()
export class SearchSuggestions {
  constructor(
    private readonly finder: PostingFinder,
    private readonly postings: JobPostingReader,
    private readonly clock: Clock,
  ) {}

  async suggest(actor: Actor, typed: string, first: number): Promise<SearchWordSuggestion[]> {
    const postings = await this.found(actor, typed);
    const read = compact(foldedText(typed));
    const counts = new Map<string, SearchWordSuggestion>();
    for (const { title, employerName } of postings) {
      count(counts, 'TITLE', plainTitle(title));
      if (employerName !== null && compact(foldedText(employerName)).includes(read)) {
        count(counts, 'EMPLOYER', employerName);
      }
    }
    const begins = ({ text }: SearchWordSuggestion): number =>
      Number(compact(foldedText(text)).startsWith(read));
    return [...counts.values()]
      .sort((a, b) => begins(b) - begins(a) || b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, first);
  }

  private async found(actor: Actor, typed: string): Promise<readonly JobPosting[]> {
    try {
      const colleges = await this.postings.audienceCollegesOf(actor);
      const read = await this.finder.read(wordsOf(typed));
      const { ids } = await this.finder.find(JOB_POSTINGS_INDEX, read, {
        guard: engineGuard(this.clock.today(), colleges),
        offset: 0,
        limit: LOOKED_AT,
      });
      return await this.postings.findOpen(actor, ids);
    } catch (error) {
      // The field goes on without suggestions.
      if (error instanceof SearchUnavailable) return [];
      throw error;
    }
  }
}

function count(
  counts: Map<string, SearchWordSuggestion>,
  kind: SearchWordKind,
  text: string,
): void {
  const key = `${kind} ${text}`;
  const known = counts.get(key);
  if (known) known.count += 1;
  else counts.set(key, { kind, text, count: 1 });
}

/** A title without what is added in brackets: shifts, places, numbers. */
function plainTitle(title: string): string {
  const plain = title.replaceAll(/[（(【[][^）)】\]]*[）)】\]]/gu, '').trim();
  return plain === '' ? title : plain;
}
