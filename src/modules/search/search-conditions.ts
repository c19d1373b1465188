import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { fenOf } from '../../core/graphql/index.js';
import { filter, type SearchFilter } from '../../core/search-engine/index.js';
import { optionalText, parseInput } from '../../core/validation/index.js';
import type { OpenPostingConditions } from '../job-postings/index.js';
import { ReferenceReader, simplified } from '../reference-data/index.js';
import { dayNumber } from './job-posting.document.js';
import type { JobPostingSearchArgs } from './search.inputs.js';

const shape = z.object({
  text: optionalText({ max: 100 }),
  filter: z
    .object({
      experienceYears: z.int().min(0).max(60).nullish(),
      skillLevelCodes: z.array(z.string()).max(8).nullish(),
      employerKinds: z.array(z.string()).max(8).nullish(),
      engagementTypes: z.array(z.string()).max(8).nullish(),
    })
    .nullish(),
});

/** Turns what was asked into conditions on codes that exist; an unknown code is refused, never "no results". */
@Injectable()
export class SearchConditions {
  constructor(private readonly reference: ReferenceReader) {}

  async of(args: JobPostingSearchArgs): Promise<OpenPostingConditions> {
    const { text } = parseInput(shape, { text: args.text, filter: args.filter });
    const given = args.filter ?? {};
    const tables = await this.reference.tables();
    const region = given.regionCode
      ? tables.regions.require(given.regionCode, ['filter', 'regionCode'])
      : null;
    const occupation = given.occupationCode
      ? tables.occupations.require(given.occupationCode, ['filter', 'occupationCode'])
      : null;
    const industry = given.industryCode
      ? tables.industries.require(given.industryCode, ['filter', 'industryCode'])
      : null;
    const education = given.educationLevelCode
      ? tables.educationLevels.require(given.educationLevelCode, ['filter', 'educationLevelCode'])
      : null;
    const skillLevels = given.skillLevelCodes?.length
      ? tables.skillLevels.requireAll(given.skillLevelCodes, ['filter', 'skillLevelCodes'])
      : null;
    return {
      text: text ? simplified(text) : null,
      regionId: region?.id ?? null,
      occupationCode: occupation?.code ?? null,
      industryCode: industry?.code ?? null,
      payAtLeastFen: given.payAtLeast ? fenOf(given.payAtLeast, ['filter', 'payAtLeast']) : null,
      educationRankAtMost: education?.rank ?? null,
      experienceYearsAtMost: given.experienceYears ?? null,
      skillLevelIds: skillLevels?.map((level) => level.code) ?? null,
      employerKinds: given.employerKinds?.length ? given.employerKinds : null,
      engagementTypes: given.engagementTypes?.length ? given.engagementTypes : null,
      publication: given.publication ?? null,
      postedSince: given.postedSince ?? null,
      partnersOnly: given.partnersOnly ?? false,
    };
  }
}

/** The conditions in the engine's language. */
export function engineFilter(
  c: OpenPostingConditions,
  collegeIds: readonly string[],
): SearchFilter | null {
  return filter.all(
    c.regionId === null ? null : filter.equals('regionIds', c.regionId),
    c.occupationCode === null ? null : filter.equals('occupationCodes', c.occupationCode),
    c.industryCode === null ? null : filter.equals('industryCodes', c.industryCode),
    c.payAtLeastFen === null ? null : filter.atLeast('monthlyPayMax', Number(c.payAtLeastFen)),
    c.educationRankAtMost === null ? null : filter.atMost('educationRank', c.educationRankAtMost),
    c.experienceYearsAtMost === null
      ? null
      : filter.atMost('experienceYearsMin', c.experienceYearsAtMost),
    c.skillLevelIds === null ? null : filter.oneOf('skillLevelCode', c.skillLevelIds),
    c.employerKinds === null ? null : filter.oneOf('organisationKind', c.employerKinds),
    c.engagementTypes === null ? null : filter.oneOf('engagementType', c.engagementTypes),
    c.publication === null ? null : filter.equals('publication', c.publication),
    c.postedSince === null
      ? null
      : filter.atLeast('publishedAt', Math.floor(c.postedSince.getTime() / 1000)),
    c.partnersOnly ? filter.oneOf('audienceCollegeIds', collegeIds) : null,
  );
}

/** What the viewer may see at all: still valid, and public or opened to a college of his. */
export function engineGuard(today: string, collegeIds: readonly string[]): SearchFilter | null {
  const day = dayNumber(today);
  return filter.all(
    filter.atLeast('validThroughDay', day),
    filter.any(
      filter.atMost('publicFrom', day),
      collegeIds.length === 0 ? null : filter.oneOf('audienceCollegeIds', collegeIds),
    ),
  );
}
