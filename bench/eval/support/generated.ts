import { MatchEngine } from '../../../src/modules/matching/engine/match-engine.js';
import { MatchIndex } from '../../../src/modules/matching/engine/match-index.js';
import type {
  PostingFeatures,
  SeekerFeatures,
} from '../../../src/modules/matching/engine/match-features.js';
import { congestionOf, firstsOf, upperBound } from './congestion.js';
import { generateMarket, type GeneratedMarket } from './generated-market.js';
import { ASSUMED, SECTORS, SOURCES } from './generated-sectors.js';
import type { Market } from './market.js';
import { interval, mean, rounded } from './statistics.js';
import { byOccupation, byText, greedy, NOBODY, popular, random, separate } from './strategies.js';

const LIST_LENGTH = 30;
const POINTS = 1_000;

/**
 * The platform's lists on a generated market of the sectors that no corpus has. Utility is the engine's own score, so
 * utilities say how seats are shared out, not how good the score is; whether a first suggestion is in the occupation
 * that the generator made the person for is known without the engine.
 */
export function measureGenerated() {
  const made = generateMarket();
  const market = withOwnScore(made);
  const bound = upperBound(market);
  const lists = MatchEngine.of(made.postings).rank(made.people, { limit: LIST_LENGTH });
  const figures = (firsts: Int32Array) => ({
    data: 'generated',
    ...congestionOf(market, firsts, bound),
    ...occupationFigures(made, firsts),
  });
  const violations = lists.flatMap((list, person) =>
    list.filter(({ posting }) => isUnmet(made.people[person], made.postings[posting])),
  ).length;
  return {
    data: 'generated',
    labels: 'none: made people were not hired by anybody',
    people: made.people.length,
    postings: made.postings.length,
    seats: made.seats.reduce((sum, each) => sum + each, 0),
    listedPairs: lists.reduce((sum, list) => sum + list.length, 0),
    hardRequirementsViolated: violations,
    shared: figures(firstsOf(lists)),
    bySector: bySector(made, firstsOf(lists)),
    baselines: {
      separate: figures(separate(market)),
      greedy: figures(greedy(market)),
      random: figures(random(market)),
      popularity: figures(popular(market)),
      textOnly: figures(byText(market)),
      occupationCodeOnly: figures(byOccupation(market)),
    },
    sources: SOURCES,
    assumed: ASSUMED,
  };
}

function withOwnScore({ people, postings, seats }: GeneratedMarket): Market {
  const index = MatchIndex.of(postings);
  const utilities = people.map((person) => {
    const fitting = index.candidates(person);
    const of = new Float64Array(postings.length);
    for (const [at, i] of fitting.postings.entries()) {
      if (!isUnmet(person, postings[i])) of[i] = (fitting.scores[at] ?? 0) / POINTS;
    }
    return of;
  });
  return { people, postings, seats, utilities };
}

/** Share of those listed whose first suggestion is in the occupation they were made for, and in its minor group. */
function occupationFigures(
  { personOccupations, postingOccupations }: GeneratedMarket,
  firsts: Int32Array,
) {
  const listed = [...firsts.keys()].filter((person) => firsts[person] !== NOBODY);
  const isRight = (depth: number): number[] =>
    listed.map((person) => {
      const wished = personOccupations[person]?.split('-').slice(0, depth).join('-');
      const offered = postingOccupations[firsts[person] ?? 0]?.split('-').slice(0, depth).join('-');
      return wished === offered ? 1 : 0;
    });
  const units = isRight(4);
  return {
    rightOccupation: rounded(mean(units)),
    rightOccupationInterval: interval(units),
    rightMinorGroup: rounded(mean(isRight(3))),
  };
}

function bySector(made: GeneratedMarket, firsts: Int32Array) {
  return SECTORS.map(({ name }, at) => {
    const only = firsts.map((first, person) =>
      made.personSectors[person] === at ? first : NOBODY,
    );
    const people = made.personSectors.filter((sector) => sector === at).length;
    const listed = only.filter((first) => first !== NOBODY).length;
    return { sector: name, data: 'generated', people, listed, ...occupationFigures(made, only) };
  });
}

/** What may never be suggested, checked apart from the engine. What is not known is not unmet. */
function isUnmet(
  person: SeekerFeatures | undefined,
  posting: PostingFeatures | undefined,
): boolean {
  if (!person || !posting) return true;
  const below = (held: number | null, asked: number | null): boolean =>
    held !== null && asked !== null && held < asked;
  return (
    below(person.educationRank, posting.educationRank) ||
    below(person.experienceYears, posting.experienceYears) ||
    below(posting.payMaxFen, person.wishedPayMinFen) ||
    posting.freeSeats === 0 ||
    (person.wishedRegionIds.length > 0 &&
      !person.wishedRegionIds.some((id) => posting.regionPath.includes(id))) ||
    below(person.skillLevel, posting.skillLevel) ||
    (person.certificates.length > 0 &&
      posting.requiredCertificates.some((name) => !person.certificates.includes(name)))
  );
}
