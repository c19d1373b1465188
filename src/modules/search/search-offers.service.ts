import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import {
  JobPostingReader,
  type JobPosting,
  type OpenPostingConditions,
} from '../job-postings/index.js';
import { ReferenceReader, type ReferenceTables } from '../reference-data/index.js';
import { JOB_POSTINGS_INDEX } from './indexing/search.settings.js';
import { PostingFinder } from './posting-finder.service.js';
import { OccupationNames } from './query/occupation-names.js';
import type { QueryPart, Words } from './query/query-text.js';
import { engineFilter, engineGuard, type AskedConditions } from './query/search-conditions.js';
import type { SearchOffer } from './search.model.js';
import { compact, foldedText } from './text/folded-text.js';

const MOST_OFFERS = 3;
/** One character names nobody. */
const SHORTEST_NAME = 2;

/** A condition in place of words. */
interface Narrowing extends Omit<SearchOffer, 'total'> {
  readonly condition: Partial<OpenPostingConditions>;
  readonly left: readonly QueryPart[];
}

/**
 * Conditions that words may stand for, offered and not taken: who types what an occupation is called also means the
 * postings that only say so in their text.
 */
@Injectable()
export class SearchOffers {
  private names: { readonly tables: ReferenceTables; readonly of: OccupationNames } | undefined;

  constructor(
    private readonly finder: PostingFinder,
    private readonly postings: JobPostingReader,
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  /** With how many postings each would leave; those that leave none are left out. */
  async offers(
    actor: Actor,
    { conditions, words }: AskedConditions,
    found: readonly JobPosting[],
  ): Promise<SearchOffer[]> {
    if (words === null) return [];
    const narrowings = [
      ...(conditions.occupationCode === null ? await this.occupations(words) : []),
      ...(conditions.organisationId === null ? employers(words, found) : []),
    ].slice(0, MOST_OFFERS);
    const colleges = await this.postings.audienceCollegesOf(actor);
    const guard = engineGuard(this.clock.today(), colleges);
    const offers = await Promise.all(
      narrowings.map(async ({ condition, left, ...offer }) => {
        const filter = engineFilter({ ...conditions, ...condition }, colleges);
        const read = await this.finder.read({ ...words, parts: left, mainland: null });
        const isAnything = left.length + words.concepts.length > 0;
        const within = { filter, guard };
        const total = await this.finder.count(JOB_POSTINGS_INDEX, isAnything ? read : null, within);
        return { ...offer, total };
      }),
    );
    return offers.filter(({ total }) => total > 0);
  }

  private async occupations({ parts }: Words): Promise<Narrowing[]> {
    const tables = await this.reference.tables();
    if (this.names?.tables !== tables) this.names = { tables, of: new OccupationNames(tables) };
    const { of } = this.names;
    return parts.flatMap((part) => {
      const occupation = isPlain(part) ? of.named(part.text) : null;
      if (occupation === null) return [];
      const { code, name } = occupation;
      return {
        ...{ kind: 'OCCUPATION' as const, words: part.text, value: code, label: name },
        condition: { occupationCode: code },
        left: parts.filter((other) => other !== part),
      };
    });
  }
}

/** Of the postings found, the employers of the platform that are called so. */
function employers({ parts }: Words, found: readonly JobPosting[]): Narrowing[] {
  const byId = new Map<string, Narrowing>();
  for (const { organisationId, employerName } of found) {
    if (organisationId === null || employerName === null || byId.has(organisationId)) continue;
    const name = compact(foldedText(employerName));
    const part = parts.find(
      (each) => isPlain(each) && each.text.length >= SHORTEST_NAME && name.includes(each.text),
    );
    if (part === undefined) continue;
    byId.set(organisationId, {
      ...{ kind: 'EMPLOYER', words: part.text, value: organisationId, label: employerName },
      condition: { organisationId },
      left: parts.filter((other) => other !== part),
    });
  }
  return [...byId.values()];
}

function isPlain({ sign, isQuoted }: QueryPart): boolean {
  return sign === null && !isQuoted;
}
