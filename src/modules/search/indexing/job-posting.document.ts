import type { SearchDocument } from '../../../core/search-engine/index.js';
import type { JobPostingDocument } from '../../job-postings/index.js';
import type { ReferenceTables } from '../../reference-data/index.js';
import { payBandOf } from './pay-band.js';
import { conceptTokens } from '../query/search-words.js';
import { foldedText } from '../text/folded-text.js';
import { pinyinTokens } from '../text/pinyin-tokens.js';
import { indexTokens, runsOf, titleLetters } from '../text/tokens.js';

/** After every real date: never public, never out of date. */
export const NEVER = 99_999_999;

/** A calendar day as a number that sorts: 20261122. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** What the engine knows of a posting: what anyone in its audience may see, and codes to filter by. */
export function toSearchDocument(
  posting: JobPostingDocument,
  tables: ReferenceTables,
): SearchDocument {
  const { occupationCode, industryCode } = posting;
  const occupations = occupationCode === null ? [] : tables.occupations.tree.path(occupationCode);
  const industries = industryCode === null ? [] : tables.industries.tree.path(industryCode);
  const regions = posting.regionPath.flatMap((id) => tables.regions.find(id) ?? []);
  const pay = posting.monthlyPayMaxFen ?? posting.monthlyPayMinFen;
  return {
    id: posting.id,
    version: posting.version,
    ...searchedWords(posting, [
      ...occupations.slice(-1).flatMap((o) => [o.name, ...o.aliases]),
      ...new Set(regions.map((region) => region.displayName)),
    ]),
    publication: posting.publication,
    headcount: posting.headcount,
    regionIds: posting.regionPath,
    regionProvince: posting.regionPath[0] ?? null,
    regionPrefecture: posting.regionPath[1] ?? null,
    regionCounty: posting.regionPath[2] ?? null,
    occupationCodes: occupations.map((o) => o.code),
    occupationMajor: occupations[0]?.code ?? null,
    occupationSub: occupations[1]?.code ?? null,
    occupationMinor: occupations[2]?.code ?? null,
    industryCodes: industries.map((i) => i.code),
    industrySection: industries[0]?.code ?? null,
    industryDivision: industries[1]?.code ?? null,
    monthlyPayMax: pay,
    payBand: payBandOf(pay),
    educationRank: posting.educationRank ?? 0,
    educationLevelCode: posting.educationLevelCode,
    experienceYearsMin: posting.experienceYearsMin ?? 0,
    skillLevelCode: posting.skillLevelCode,
    engagementType: posting.engagementType,
    organisationId: posting.organisationId,
    organisationKind: posting.organisationKind,
    publishedAt: Math.floor(posting.publishedAt.getTime() / 1000),
    validThroughDay: posting.validThrough === null ? NEVER : dayNumber(posting.validThrough),
    publicFrom: publicFrom(posting),
    audienceCollegeIds: posting.audienceRule === 'EVERYONE' ? [] : posting.audienceCollegeIds,
  };
}

/** The words a posting is found by, as our own tokens, and what it is ranked by. */
function searchedWords(posting: JobPostingDocument, names: readonly string[]): object {
  const title = foldedText(posting.title);
  const skills = posting.skills.map(foldedText);
  const allNames = [...skills, ...[...names, posting.employerName, posting.placeText].map(folded)];
  const texts = [
    posting.duties,
    posting.conditions,
    posting.workConditions,
    ...posting.benefits,
  ].map(folded);
  const titleRuns = runsOf(title);
  const titleTokens = indexTokens(title);
  const nameTokens = unique(allNames.flatMap(indexTokens));
  const textTokens = unique(texts.flatMap(indexTokens));
  const all = [title, ...allNames, ...texts].join('\n');
  return {
    title,
    skills,
    employer: posting.organisationId ?? posting.employerName,
    titleTokens: [...titleTokens, ...conceptTokens(title, titleTokens)].join(' '),
    titleCharacters: [...new Set(titleRuns.flatMap(titleLetters))].join(' '),
    nameTokens: nameTokens.join(' '),
    textTokens: [
      ...textTokens,
      ...conceptTokens(all, [...titleTokens, ...nameTokens, ...textTokens]),
    ].join(' '),
    pinyinTokens: unique(
      titleRuns.flatMap(({ writing, text }) => (writing === 'han' ? pinyinTokens(text) : [])),
    ).join(' '),
  };
}

function folded(text: string | null): string {
  return text === null ? '' : foldedText(text);
}

/** Each once: how often a word occurs in a long text says little. */
function unique(tokens: readonly string[]): string[] {
  return [...new Set(tokens)];
}

/** First day on which everyone may see it, as a number that sorts. */
function publicFrom({ audienceRule, partnersUntil }: JobPostingDocument): number {
  if (audienceRule === 'EVERYONE') return 0;
  if (audienceRule === 'PARTNERS_ONLY' || partnersUntil === null) return NEVER;
  return dayNumber(partnersUntil) + 1;
}
