import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { fenOf } from '../../../core/graphql/index.js';
import { filter, type SearchFilter } from '../../../core/search-engine/index.js';
import { optionalText, parseInput, recordId } from '../../../core/validation/index.js';
import type { OpenPostingConditions } from '../../job-postings/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { ProfileReader } from '../../profiles/index.js';
import { ReferenceReader, simplified, type ReferenceTables } from '../../reference-data/index.js';
import { dayNumber } from '../indexing/job-posting.document.js';
import { OccupationNames } from './occupation-names.service.js';
import { PlaceNames } from './place-names.js';
import { partsOf, wordsOf, type QueryPart, type Words } from './query-text.js';
import { isConcept, understand, type Understanding, type Understood } from './understand.js';
import type { JobPostingSearchArgs } from '../search.inputs.js';
import type { SearchUnderstanding } from '../search.model.js';
import { foldedText } from '../text/folded-text.js';

const shape = z.object({
  text: optionalText({ max: 100 }),
  asWritten: z.array(z.string().max(100)).max(20).nullish(),
  filter: z
    .object({
      employerId: recordId().nullish(),
      experienceYears: z.int().min(0).max(60).nullish(),
      skillLevelCodes: z.array(z.string()).max(8).nullish(),
      employerKinds: z.array(z.string()).max(8).nullish(),
      engagementTypes: z.array(z.string()).max(8).nullish(),
    })
    .nullish(),
});

export interface MeantOccupation {
  readonly text: string;
  readonly name: string;
}

/** What was asked, as conditions, and how the words were understood. */
export interface AskedConditions {
  /** Its text is all that was typed, for the database, which finds words as they are written. */
  readonly conditions: OpenPostingConditions;
  readonly words: Words | null;
  readonly understood: readonly Understood[];
  /** What all the words are called, where they are called so: postings of it come first. */
  readonly occupation: MeantOccupation | null;
  /** Where the viewer lives, from the province down, as far as the own profile says so. */
  readonly near: readonly string[];
}

/** Turns what was asked into conditions on codes that exist; an unknown code is refused, never "no results". */
@Injectable()
export class SearchConditions {
  private places: { readonly tables: ReferenceTables; readonly names: PlaceNames } | undefined;

  constructor(
    private readonly reference: ReferenceReader,
    private readonly organisations: OrganisationReader,
    private readonly profiles: ProfileReader,
    private readonly occupations: OccupationNames,
  ) {}

  async of(actor: Actor, args: JobPostingSearchArgs): Promise<AskedConditions> {
    const input = { text: args.text, asWritten: args.asWritten, filter: args.filter };
    const { text, asWritten, filter: checked } = parseInput(shape, input);
    const employerId = checked?.employerId ?? null;
    if (employerId !== null && (await this.organisations.find(actor, employerId)) === null) {
      throw requestErrors.NOT_FOUND({ field: ['filter', 'employerId'] });
    }
    const tables = await this.reference.tables();
    const given = { ...givenConditions(args, tables), organisationId: employerId };
    const names = this.names(tables);
    const within = given.regionId;
    const places = {
      in: (text: string) => names.in(text).filter(({ id }) => deeperRegion(id, within, tables)),
    };
    const written = new Set((asWritten ?? []).map(foldedText));
    const options = {
      asWritten: written,
      taken: takenBy(given),
    };
    const read = (parts: readonly QueryPart[]) => understand(parts, places, options);
    const typed = wordsOf(text ?? '');
    const { parts, understood } = read(typed.parts);
    const mainland = typed.mainland && read(typed.mainland).parts;
    const concepts = understood.filter(isConcept);
    const isAnything = parts.length + concepts.length > 0;
    const conditions = understood.reduce<OpenPostingConditions>(
      (all, one) => ({ ...all, ...conditionOf(one, within, tables) }),
      { ...given, text: textLeft(text ?? '', parts, understood) },
    );
    return {
      conditions,
      words: isAnything
        ? { parts, mainland, concepts, isAsWritten: written.has(textOf(parts)) }
        : null,
      understood,
      occupation: await this.occupationOf(parts, written),
      near: await this.near(actor, tables),
    };
  }

  /** What was understood, in words for people. */
  async named({
    understood,
    occupation,
  }: Pick<AskedConditions, 'understood' | 'occupation'>): Promise<SearchUnderstanding[]> {
    const tables = await this.reference.tables();
    const conditions = understood.map((one) => ({
      kind: one.kind,
      text: one.text,
      label: labelOf(one, tables),
      amount: amountOf(one),
    }));
    if (occupation === null) return conditions;
    const { text, name } = occupation;
    return [...conditions, { kind: 'OCCUPATION', text, label: name, amount: null }];
  }

  private async occupationOf(
    parts: readonly QueryPart[],
    written: ReadonlySet<string>,
  ): Promise<MeantOccupation | null> {
    const text = textOf(parts);
    const isPlain = parts.every(({ sign, isQuoted }) => sign === null && !isQuoted);
    if (text === '' || !isPlain || written.has(text)) return null;
    const meant = await this.occupations.named(text);
    return meant && { text, name: meant.name };
  }

  private async near(actor: Actor, { regions }: ReferenceTables): Promise<string[]> {
    if (actor.accountId === null) return [];
    const own = await this.profiles.findByAccount(actor.accountId);
    const home = own?.homeRegionId ?? null;
    return home === null ? [] : regions.tree.path(home).map(({ id }) => id);
  }

  private names(tables: ReferenceTables): PlaceNames {
    if (this.places?.tables !== tables) this.places = { tables, names: new PlaceNames(tables) };
    return this.places.names;
  }
}

function givenConditions(
  args: JobPostingSearchArgs,
  tables: ReferenceTables,
): Omit<OpenPostingConditions, 'text' | 'organisationId'> {
  const given = args.filter ?? {};
  const field = (name: string): string[] => ['filter', name];
  const region = given.regionCode
    ? tables.regions.require(given.regionCode, field('regionCode'))
    : null;
  const occupation = given.occupationCode
    ? tables.occupations.require(given.occupationCode, field('occupationCode'))
    : null;
  const industry = given.industryCode
    ? tables.industries.require(given.industryCode, field('industryCode'))
    : null;
  const education = given.educationLevelCode
    ? tables.educationLevels.require(given.educationLevelCode, field('educationLevelCode'))
    : null;
  const skillLevels = given.skillLevelCodes?.length
    ? tables.skillLevels.requireAll(given.skillLevelCodes, field('skillLevelCodes'))
    : null;
  return {
    regionId: region?.id ?? null,
    occupationCode: occupation?.code ?? null,
    industryCode: industry?.code ?? null,
    payAtLeastFen: given.payAtLeast ? fenOf(given.payAtLeast, field('payAtLeast')) : null,
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

/** What is asked for already is not read out of the words as well. */
function takenBy(given: Omit<OpenPostingConditions, 'text'>): Set<Understanding> {
  const taken = new Set<Understanding>();
  if (given.payAtLeastFen !== null) taken.add('PAY');
  if (given.experienceYearsAtMost !== null) taken.add('EXPERIENCE');
  if (given.educationRankAtMost !== null) taken.add('EDUCATION');
  return taken;
}

/** The smaller of two regions of which one is in the other; null where they are apart: the name is a word then. */
function deeperRegion(
  id: string,
  within: string | null,
  { regions }: ReferenceTables,
): string | null {
  if (within === null || regions.tree.path(id).some((region) => region.id === within)) return id;
  return regions.tree.path(within).some((region) => region.id === id) ? within : null;
}

/**
 * The words that are no conditions, for the database, which finds them as they are written: not folded, as long as nothing
 * was read out of them.
 */
function textLeft(
  typed: string,
  parts: readonly QueryPart[],
  understood: readonly Understood[],
): string | null {
  const words = understood.length === 0 ? partsOf(simplified(typed)) : parts;
  const left = [...words.filter(({ sign }) => sign !== '-'), ...understood.filter(isConcept)].map(
    ({ text }) => text,
  );
  return left.length === 0 ? null : left.join(' ');
}

/** The name of what was meant, where it has one. */
function labelOf(one: Understood, tables: ReferenceTables): string {
  if (one.kind === 'REGION') return tables.regions.find(one.id)?.displayName ?? one.text;
  if (one.kind === 'EDUCATION') return tables.educationLevels.find(one.code)?.name ?? one.text;
  return one.text;
}

/** Yuan a month, or years. */
function amountOf(one: Understood): number | null {
  if (one.kind === 'PAY') return one.yuan;
  return one.kind === 'EXPERIENCE' ? one.years : null;
}

function textOf(parts: readonly QueryPart[]): string {
  return parts.map(({ text }) => text).join(' ');
}

const FEN = 100;

function conditionOf(
  one: Understood,
  within: string | null,
  tables: ReferenceTables,
): Partial<OpenPostingConditions> {
  switch (one.kind) {
    case 'PAY':
      return { payAtLeastFen: BigInt(Math.round(one.yuan * FEN)) };
    case 'EXPERIENCE':
      return { experienceYearsAtMost: one.years };
    case 'EDUCATION':
      return { educationRankAtMost: tables.educationLevels.find(one.code)?.rank ?? null };
    case 'REGION':
      return { regionId: deeperRegion(one.id, within, tables) };
    case 'BENEFIT':
    case 'SKILL':
      return {};
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
    c.organisationId === null ? null : filter.equals('organisationId', c.organisationId),
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
