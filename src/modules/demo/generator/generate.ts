import type { ReferenceTables } from '../../reference-data/index.js';
import { addAffiliations } from './affiliations.js';
import { addAgreements } from './agreements/agreements.js';
import { addApplications } from './applications.js';
import { DemoCalendar } from './demo-calendar.js';
import { DemoRandom } from './demo-random.js';
import { DemoRows } from './demo-rows.js';
import { DemoWorld, type DemoPlayers } from './demo-world.js';
import { addJobFairs } from './job-fairs.js';
import { addOrganisations } from './organisations.js';
import { addPostings } from './postings.js';
import { addSeekers } from './seekers.js';

/** The one constant all demo data follow from. */
export const DEMO_SEED = 20_230_817;

/** All rows of the demo data: the same ones for the same seed, start, players and code tables. */
export function generateDemo(given: {
  readonly seed?: number;
  readonly start: Date;
  readonly players: DemoPlayers;
  readonly tables: ReferenceTables;
}): DemoRows {
  const rows = new DemoRows();
  const random = new DemoRandom(given.seed ?? DEMO_SEED);
  const world = new DemoWorld(
    random,
    new DemoCalendar(given.start),
    given.tables,
    given.players,
    rows,
  );
  addOrganisations(world);
  addSeekers(world);
  addAffiliations(world);
  addPostings(world);
  addAgreements(world);
  addApplications(world);
  addJobFairs(world);
  return rows;
}
