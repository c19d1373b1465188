import { Injectable } from '@nestjs/common';
import { filter, type SearchFilter } from '../../../core/search-engine/index.js';
import { parseInput } from '../../../core/validation/index.js';
import type { CandidateConditions } from '../../profiles/index.js';
import {
  ReferenceReader,
  referenceErrors,
  simplified,
  type ReferenceTables,
} from '../../reference-data/index.js';
import { dayNumber } from '../indexing/job-posting.document.js';
import { partsOf, wordsOf, type QueryPart, type Words } from '../query/query-text.js';
import { isConcept, understand, type Understanding } from '../query/understand.js';
import { candidateSearchSchema, type CandidateSearchArgs } from './candidate-search.inputs.js';

/** What was asked: conditions, and the words as the engine is asked for them. */
export interface AskedCandidates {
  readonly conditions: CandidateConditions;
  readonly words: Words | null;
}

/** Words looked for at most, as many as the search engine takes. */
const MAX_WORDS = 10;
/** Of what posting search reads out of words only skills and certificates are about people. */
const NOT_READ: ReadonlySet<Understanding> = new Set([
  'PAY',
  'EXPERIENCE',
  'EDUCATION',
  'REGION',
  'BENEFIT',
]);
const NOWHERE = { in: () => [] };

/** Turns what was asked into conditions on codes that exist; an unknown code is refused, never "nobody". */
@Injectable()
export class AskedCandidatesReader {
  constructor(private readonly reference: ReferenceReader) {}

  async of(args: CandidateSearchArgs): Promise<AskedCandidates> {
    const { text, filter: checked } = parseInput(candidateSearchSchema, {
      text: args.text,
      filter: args.filter,
    });
    const given = givenConditions(args, await this.reference.tables());
    const experience = checked?.experience?.length ? [...new Set(checked.experience)].sort() : null;
    return {
      conditions: { ...given, experience, words: plainWords(text ?? '') },
      words: readWords(text ?? ''),
    };
  }
}

function givenConditions(
  { filter: given = {} }: CandidateSearchArgs,
  tables: ReferenceTables,
): Omit<CandidateConditions, 'words' | 'experience'> {
  const { occupationCode, homeRegionCode, workRegionCode, educationAtLeast } = given ?? {};
  const { majorCode, skillLevelAtLeast, availableBy } = given ?? {};
  const field = (name: string): string[] => ['filter', name];
  const { occupations, regions, educationLevels, skillLevels } = tables;
  return {
    occupationCode: occupationCode
      ? occupations.require(occupationCode, field('occupationCode')).code
      : null,
    homeRegionId: homeRegionCode
      ? regions.require(homeRegionCode, field('homeRegionCode')).id
      : null,
    workRegionId: workRegionCode
      ? regions.require(workRegionCode, field('workRegionCode')).id
      : null,
    educationRankAtLeast: educationAtLeast
      ? educationLevels.require(educationAtLeast, field('educationAtLeast')).rank
      : null,
    majorCode: majorCode ? knownMajor(majorCode, tables) : null,
    skillLevelAtLeast: skillLevelAtLeast
      ? skillLevels.require(skillLevelAtLeast, field('skillLevelAtLeast')).rank
      : null,
    availableBy: availableBy ?? null,
  };
}

/** A major, a class or a category of the catalogue. */
function knownMajor(given: string, { majors }: ReferenceTables): string {
  const isKnown = majors.rows.some(
    ({ code, classCode, categoryCode }) =>
      code === given || classCode === given || categoryCode === given,
  );
  if (!isKnown) throw referenceErrors.UNKNOWN_MAJOR({ field: ['filter', 'majorCode'] });
  return given;
}

function readWords(typed: string): Words | null {
  const read = (parts: readonly QueryPart[]) =>
    understand(parts, NOWHERE, { asWritten: new Set(), taken: NOT_READ });
  const { parts, mainland } = wordsOf(typed);
  const { parts: left, understood } = read(parts);
  const concepts = understood.filter(isConcept);
  if (left.length + concepts.length === 0) return null;
  return { parts: left, mainland: mainland && read(mainland).parts, concepts, isAsWritten: false };
}

/** For the database, which finds words as they are written. */
function plainWords(typed: string): CandidateConditions['words'] {
  return partsOf(simplified(typed))
    .slice(0, MAX_WORDS)
    .map(({ text, sign }) => ({ text, isExcluded: sign === '-' }));
}

/** The conditions in the engine's language. */
export function candidateFilter(
  c: CandidateConditions,
  { regions }: Pick<ReferenceTables, 'regions'>,
): SearchFilter | null {
  return filter.all(
    c.occupationCode === null ? null : filter.equals('occupationCodes', c.occupationCode),
    c.homeRegionId === null ? null : filter.equals('homeRegionIds', c.homeRegionId),
    c.workRegionId === null
      ? null
      : filter.any(
          filter.equals('isAnywhere', true),
          filter.equals('wishedRegionPaths', c.workRegionId),
          filter.oneOf(
            'wishedRegionIds',
            regions.tree.path(c.workRegionId).map(({ id }) => id),
          ),
        ),
    c.educationRankAtLeast === null
      ? null
      : filter.atLeast('educationRank', c.educationRankAtLeast),
    c.majorCode === null ? null : filter.equals('majorCodes', c.majorCode),
    c.experience === null ? null : filter.oneOf('experienceBand', c.experience),
    c.skillLevelAtLeast === null ? null : filter.atLeast('skillLevel', c.skillLevelAtLeast),
    c.availableBy === null ? null : filter.atMost('availableFromDay', dayNumber(c.availableBy)),
  );
}

/** Who hides from any organisation of the viewer, or is found no more, is not among the hits, whatever is asked. */
export function candidateGuard(
  organisationIds: readonly string[],
  gone: readonly string[],
): SearchFilter {
  const isShown = filter.noneOf('hiddenFromOrganisationIds', organisationIds);
  return gone.length === 0 ? isShown : (filter.all(isShown, filter.noneOf('id', gone)) ?? isShown);
}
