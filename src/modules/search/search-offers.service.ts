import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import {
  JobPostingReader,
  type JobPosting,
  type OpenPostingConditions,
} from '../job-postings/index.js';
import { kinOf, skillFacts } from '../reference-data/index.js';
import { JOB_POSTINGS_INDEX } from './indexing/search.settings.js';
import { PostingFinder } from './posting-finder.service.js';
import { OccupationNames } from './query/occupation-names.service.js';
import type { Concept, QueryPart, Words } from './query/query-text.js';
import { engineFilter, engineGuard, type AskedConditions } from './query/search-conditions.js';
import { WORDINGS } from './query/search-words.js';
import type { SearchOffer } from './search.model.js';
import { compact, foldedText } from './text/folded-text.js';

const MOST_CONDITIONS = 3;
const MOST_RELATED = 3;
/** One character names nobody. */
const SHORTEST_NAME = 2;

/** A condition, or other words, in place of words. */
interface Replacement extends Omit<SearchOffer, 'total'> {
  readonly condition: Partial<OpenPostingConditions>;
  readonly left: Pick<Words, 'parts' | 'concepts'>;
}

/** Of the postings found. */
export interface OfferSource {
  readonly nodes: readonly JobPosting[];
  /** Skills that those at the front ask for. */
  readonly skills: readonly string[];
}

/**
 * What may be looked for instead of words, offered and not taken: the occupation or the employer that they name (who
 * types what an occupation is called also means the postings that only say so in their text), and the skills that go
 * together with one.
 */
@Injectable()
export class SearchOffers {
  constructor(
    private readonly finder: PostingFinder,
    private readonly postings: JobPostingReader,
    private readonly names: OccupationNames,
    private readonly clock: Clock,
  ) {}

  /** With how many postings each would leave; those that leave none are left out. */
  async offers(
    actor: Actor,
    { conditions, words }: AskedConditions,
    { nodes, skills }: OfferSource,
  ): Promise<SearchOffer[]> {
    if (words === null) return [];
    const narrowings = [
      ...(conditions.occupationCode === null ? await this.occupations(words) : []),
      ...(conditions.organisationId === null ? employers(words, nodes) : []),
    ].slice(0, MOST_CONDITIONS);
    const related = relatedSkills(words, skills).slice(0, MOST_RELATED);
    const colleges = await this.postings.audienceCollegesOf(actor);
    const guard = engineGuard(this.clock.today(), colleges);
    const offers = await Promise.all(
      [...narrowings, ...related].map(async ({ condition, left, ...offer }) => {
        const filter = engineFilter({ ...conditions, ...condition }, colleges);
        const read = await this.finder.read({ ...left, mainland: null, isAsWritten: false });
        const isAnything = left.parts.length + left.concepts.length > 0;
        const within = { filter, guard };
        const total = await this.finder.count(JOB_POSTINGS_INDEX, isAnything ? read : null, within);
        return { ...offer, total };
      }),
    );
    return offers.filter(({ total }) => total > 0);
  }

  private async occupations({ parts, concepts }: Words): Promise<Replacement[]> {
    const found = await Promise.all(
      parts.filter(isPlain).map(async (part) => {
        return { part, occupation: await this.names.named(part.text) };
      }),
    );
    return found.flatMap(({ part, occupation }) => {
      if (occupation === null) return [];
      const { code, name } = occupation;
      return {
        ...{ kind: 'OCCUPATION' as const, words: part.text, value: code, label: name },
        condition: { occupationCode: code },
        left: { parts: parts.filter((other) => other !== part), concepts },
      };
    });
  }
}

/** Of the postings found, the employers of the platform that are called so. */
function employers({ parts, concepts }: Words, found: readonly JobPosting[]): Replacement[] {
  const byId = new Map<string, Replacement>();
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
      left: { parts: parts.filter((other) => other !== part), concepts },
    });
  }
  return [...byId.values()];
}

/** Of the skills that the postings found ask for, those that go together with a skill that was typed, the closest first. */
function relatedSkills({ parts, concepts }: Words, skills: readonly string[]): Replacement[] {
  const typed = [
    ...parts.filter(isPlain).map((part) => ({ typed: part, names: [part.text] })),
    ...concepts.map((concept) => ({ typed: concept, names: wordingsOf(concept) })),
  ];
  const has = new Set(typed.flatMap(({ names }) => names.map(keyOf)));
  const byKey = new Map<string, Replacement & { readonly closeness: number }>();
  for (const { typed: one, names } of typed) {
    const kin = new Map(names.flatMap((name) => [...kinOf(keyOf(name))]));
    for (const skill of skills) {
      const closeness = kin.get(keyOf(skill)) ?? 0;
      if (closeness === 0 || has.has(keyOf(skill)) || byKey.has(keyOf(skill))) continue;
      byKey.set(keyOf(skill), {
        ...{ kind: 'RELATED_SKILL', words: one.text, value: skill, label: skill, closeness },
        condition: {},
        left: {
          parts: [...parts.filter((part) => part !== one), asPhrase(skill)],
          concepts: concepts.filter((concept) => concept !== one),
        },
      });
    }
  }
  return [...byKey.values()]
    .sort((a, b) => b.closeness - a.closeness)
    .map(({ closeness: _, ...replacement }) => replacement);
}

function wordingsOf({ token }: Concept): string[] {
  return WORDINGS.filter((wording) => wording.token === token).map(({ text }) => text);
}

function keyOf(skill: string): string {
  return skillFacts(skill).key;
}

function asPhrase(skill: string): QueryPart {
  return { sign: null, text: foldedText(skill), isQuoted: true };
}

function isPlain({ sign, isQuoted }: QueryPart): boolean {
  return sign === null && !isQuoted;
}
