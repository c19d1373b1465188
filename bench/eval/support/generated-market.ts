import {
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from '../../../src/modules/matching/engine/match-features.js';
import {
  ASSUMED,
  EDUCATION,
  HOMES,
  LEAVES_PROVINCE,
  MEAN_SEATS,
  SECTORS,
  type Sector,
} from './generated-sectors.js';
import { readRealMarginals } from './real-marginals.js';
import { rowsOf } from './data.js';
import { seeded } from './statistics.js';

const SEED = 11;
const JIANGSU = '320000';
const SUZHOU = '320500';

/** Generated postings and people of the sectors that no corpus has, with what the generator knows and the engine does not. */
export interface GeneratedMarket {
  readonly postings: readonly PostingFeatures[];
  readonly people: readonly SeekerFeatures[];
  readonly seats: readonly number[];
  /** The occupation each was made for. */
  readonly postingOccupations: readonly string[];
  readonly personOccupations: readonly string[];
  /** By person, the sector's place among the sectors. */
  readonly personSectors: readonly number[];
}

interface Occupation {
  readonly code: string;
  /** Its name and its everyday names. */
  readonly titles: readonly string[];
}

type Draw = () => number;

export function generateMarket(): GeneratedMarket {
  const draw = seeded(SEED);
  const tables = readTables();
  const real = readRealMarginals();
  const sectors = SECTORS.map((sector) => ({
    sector,
    occupations: inOrderOfDemand(sector, tables, draw),
  }));
  const sectorAt = (): number =>
    weighted(
      SECTORS.map((sector, i) => [i, sector.weight]),
      draw,
    );
  const occupationOf = (at: number): Occupation => {
    const { occupations } = sectors[at] ?? { occupations: [] };
    for (;;) {
      // As few occupations make most of the postings as few titles do on the real board.
      const rank = oneOf(real.titleRanks, draw) ?? 0;
      const found = occupations[rank];
      if (found) return found;
    }
  };
  const postings = Array.from({ length: ASSUMED.postings }, (_, i) => {
    const at = sectorAt();
    const occupation = occupationOf(at);
    return { occupation, posting: postingOf(i, occupation, sectorOf(at)) };
  });
  const seats = postings.map(({ posting }) => posting.freeSeats ?? 0);
  const count = Math.round(seats.reduce((sum, each) => sum + each, 0) / ASSUMED.seatsPerPerson);
  const people = Array.from({ length: count }, (_, i) => {
    const at = sectorAt();
    const occupation = occupationOf(at);
    return { at, occupation, person: personOf(i, occupation, sectorOf(at)) };
  });
  return {
    postings: postings.map(({ posting }) => posting),
    people: people.map(({ person }) => person),
    seats,
    postingOccupations: postings.map(({ occupation }) => occupation.code),
    personOccupations: people.map(({ occupation }) => occupation.code),
    personSectors: people.map(({ at }) => at),
  };

  function postingOf(i: number, occupation: Occupation, sector: Sector): PostingFeatures {
    const payMin = Math.round(sector.monthlyPay * Math.exp(ASSUMED.paySpread * normal(draw)) * 0.8);
    const isStated = draw() >= real.payNotStated;
    return {
      ...UNKNOWN_POSTING,
      jobPostingId: `generated-${String(i).padStart(4, '0')}`,
      organisationId: `employer-${Math.floor(draw() * ASSUMED.postings * 0.6)}`,
      title: oneOf(occupation.titles, draw) ?? '',
      occupationCode: chance(ASSUMED.postingSaysOccupation, draw) ? occupation.code : null,
      regionPath: workplace(),
      payMinFen: isStated ? payMin * 100 : null,
      payMaxFen: isStated ? Math.round(payMin * (oneOf(real.payWidths, draw) ?? 1)) * 100 : null,
      requiredCertificates: chance(ASSUMED.asksCertificate, draw) ? [certificate(occupation)] : [],
      skillLevel: chance(ASSUMED.asksSkillLevel, draw) ? skillLevel() : null,
      educationRank: chance(ASSUMED.asksEducation, draw) ? weighted(EDUCATION, draw) : null,
      experienceYears: chance(ASSUMED.asksExperience, draw) ? 1 + Math.floor(draw() * 3) : null,
      freeSeats: 1 + Math.floor(-Math.log(1 - draw()) * (MEAN_SEATS - 0.5)),
    };
  }

  function personOf(i: number, occupation: Occupation, sector: Sector): SeekerFeatures {
    const wishes = oneOf(real.wishCounts, draw) ?? 1;
    const says = (share: number): boolean => draw() < share;
    return {
      ...UNKNOWN_SEEKER,
      profileId: `generated-person-${String(i).padStart(5, '0')}`,
      wishedTitles: Array.from({ length: wishes }, () => oneOf(occupation.titles, draw) ?? ''),
      wishedOccupationCodes: chance(ASSUMED.personSaysOccupation, draw) ? [occupation.code] : [],
      wishedRegionIds: says(real.says.region) ? [wishedRegion()] : [],
      wishedPayMinFen: Math.round(sector.monthlyPay * (oneOf(real.wishedPay, draw) ?? 1)) * 100,
      certificates: chance(ASSUMED.holdsCertificate, draw) ? [certificate(occupation)] : [],
      skillLevel: chance(ASSUMED.holdsCertificate, draw) ? skillLevel() : null,
      majors: says(real.says.major)
        ? [oneOf(tables.majors.get(sector.name) ?? [], draw) ?? '']
        : [],
      educationRank: says(real.says.education) ? weighted(EDUCATION, draw) : null,
      experienceYears: says(real.says.experience) ? Math.floor(-Math.log(1 - draw()) * 3) : null,
    };
  }

  function sectorOf(at: number): Sector {
    const sector = SECTORS[at];
    if (!sector) throw new RangeError(`No sector at ${at}`);
    return sector;
  }

  function certificate({ titles }: Occupation): string {
    return `${titles[0] ?? ''} ${oneOf(tables.levels, draw)?.name ?? ''}`;
  }

  function skillLevel(): number {
    return oneOf(tables.levels, draw)?.rank ?? 1;
  }

  function workplace(): string[] {
    if (chance(ASSUMED.postingInSuzhou, draw)) return [JIANGSU, SUZHOU, child(SUZHOU)];
    const province = `${weighted(HOMES, draw)}0000`;
    return [province, child(province)];
  }

  function wishedRegion(): string {
    const home = `${weighted(HOMES, draw)}0000`;
    return home === JIANGSU || chance(LEAVES_PROVINCE, draw)
      ? (oneOf([JIANGSU, SUZHOU], draw) ?? JIANGSU)
      : home;
  }

  function child(code: string): string {
    return oneOf(tables.regions.get(code) ?? [], draw) ?? code;
  }
}

interface Tables {
  readonly occupations: readonly Occupation[];
  readonly levels: readonly { readonly name: string; readonly rank: number }[];
  /** Codes of majors by sector. */
  readonly majors: ReadonlyMap<string, readonly string[]>;
  /** Codes below a code. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
}

function readTables(): Tables {
  const aliases = Map.groupBy(rowsOf('reference/occupation-aliases.csv'), ({ code = '' }) => code);
  const units = rowsOf('reference/occupations-2022.csv').filter(({ level }) => level === 'unit');
  const divisions = rowsOf('reference/divisions.csv').filter(({ kind }) => kind === 'gbt2260');
  return {
    occupations: units.map(({ code = '', name = '' }) => ({
      code,
      titles: [name, ...(aliases.get(code) ?? []).map(({ alias = '' }) => alias)],
    })),
    // The levels that examinations are held for: elementary to senior technician.
    levels: rowsOf('reference/skill-levels-2022.csv').flatMap((level) =>
      level['fiveGradeNumber'] ? [{ name: level['name'] ?? '', rank: Number(level['order']) }] : [],
    ),
    majors: new Map(
      SECTORS.map(({ name, majors }) => [
        name,
        rowsOf('reference/majors-vocational-2021.csv').flatMap(({ code = '' }) =>
          majors.includes(code.slice(0, 2)) ? [code] : [],
        ),
      ]),
    ),
    regions: new Map(
      [...Map.groupBy(divisions, ({ parentCode = '' }) => parentCode)].map(([parent, rows]) => [
        parent,
        rows.map(({ code = '' }) => code),
      ]),
    ),
  };
}

/** The occupations of a sector, those wanted most first: in an order drawn by lot, as nobody counts them. */
function inOrderOfDemand({ occupations }: Sector, tables: Tables, draw: Draw): Occupation[] {
  return tables.occupations
    .filter(({ code }) => occupations.some((beginning) => code.startsWith(beginning)))
    .map((occupation) => ({ occupation, lot: draw() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ occupation }) => occupation);
}

function oneOf<T>(values: readonly T[], draw: Draw): T | undefined {
  return values[Math.floor(draw() * values.length)];
}

function chance(perMille: number, draw: Draw): boolean {
  return draw() * 1_000 < perMille;
}

function weighted<T>(choices: readonly (readonly [T, number])[], draw: Draw): T {
  let left = draw() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new RangeError('Nothing to choose from');
}

function normal(draw: Draw): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}
