import type { SearchDocument } from '../../../core/search-engine/index.js';
import { experienceBandOf, type CandidateDocument } from '../../profiles/index.js';
import type { ReferenceTables } from '../../reference-data/index.js';
import { dayNumber } from '../indexing/job-posting.document.js';
import { conceptTokens } from '../query/search-words.js';
import { foldedText } from '../text/folded-text.js';
import { pinyinTokens } from '../text/pinyin-tokens.js';
import { characterToken, indexTokens, runsOf } from '../text/tokens.js';

/**
 * What the engine knows of a person who lets employers find her: words as our own tokens, and codes to filter by. No name,
 * no contact, no employer and no text she wrote about herself.
 */
export function toCandidateDocument(
  person: CandidateDocument,
  tables: ReferenceTables,
): SearchDocument {
  const { occupations, regions, majors } = tables;
  const wished = person.wishedOccupationCodes.map((code) => occupations.tree.path(code));
  const held = person.heldOccupationCodes.map((code) => occupations.tree.path(code));
  const home = pathOf(tables, person.homeRegionId);
  const major = person.majorCode === null ? null : majors.find(person.majorCode);
  return {
    id: person.id,
    version: person.version,
    ...searchedWords(person, [...wished, ...held].flatMap(namesOf)),
    occupationCodes: unique(wished.flatMap((path) => path.map(({ code }) => code))),
    homeRegionIds: home,
    homeProvince: home[0] ?? null,
    homePrefecture: home[1] ?? null,
    homeCounty: home[2] ?? null,
    wishedRegionIds: person.wishedRegionIds,
    wishedRegionPaths: unique(
      person.wishedRegionIds.flatMap((id) => regions.tree.path(id).map((region) => region.id)),
    ),
    isAnywhere: person.wishedRegionIds.length === 0,
    educationLevelCode: person.educationLevelCode,
    educationRank: person.educationRank ?? 0,
    majorCodes: major === null ? [] : [major.categoryCode, major.classCode, major.code],
    experienceBand: experienceBandOf(person.experienceYears),
    skillLevel: person.skillLevel ?? 0,
    availableFromDay: person.availableFrom === null ? 0 : dayNumber(person.availableFrom),
    hiddenFromOrganisationIds: person.hiddenFromOrganisationIds,
    changedAt: Math.floor(person.updatedAt.getTime() / 1_000),
  };
}

/** The words a person is found by; what she wishes for is kept apart, wish by wish, for the ranking. */
function searchedWords(person: CandidateDocument, occupations: readonly string[]): object {
  const folded = (texts: readonly string[]): string[] => texts.map(foldedText);
  const wishes = folded(person.wishedTitles);
  const skills = folded([...person.skills, ...person.certificates]);
  const names = folded([...person.positions, ...person.majors]);
  const skillTokens = tokensOf(skills);
  const runs = [...wishes, ...skills]
    .flatMap(runsOf)
    .flatMap(({ writing, text }) => (writing === 'han' ? text : []));
  return {
    wishTokens: unique(wishes.map((wish) => indexTokens(wish).join(' '))),
    skillTokens: unique([...skillTokens, ...conceptTokens(skills.join('\n'), skillTokens)]).join(
      ' ',
    ),
    occupationTokens: tokensOf(folded(occupations)).join(' '),
    nameTokens: tokensOf(names).join(' '),
    characterTokens: unique(runs.flatMap((run) => [...run].map(characterToken))).join(' '),
    pinyinTokens: unique(runs.flatMap(pinyinTokens)).join(' '),
  };
}

function namesOf(path: readonly { readonly name: string; readonly aliases: readonly string[] }[]) {
  return path.slice(-1).flatMap(({ name, aliases }) => [name, ...aliases]);
}

function pathOf({ regions }: ReferenceTables, id: string | null): string[] {
  return id === null ? [] : regions.tree.path(id).map((region) => region.id);
}

function tokensOf(texts: readonly string[]): string[] {
  return unique(texts.flatMap(indexTokens));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
