import { UnitOfWork } from '../src/core/database/index.js';
import { MatchingService } from '../src/modules/matching/index.js';
import { seekerFormats } from '../src/modules/profiles/import/formats/index.js';
import { SeekerImportService } from '../src/modules/profiles/import/seeker-import.service.js';
import { SEEKERS } from './support/corpus.js';
import { openPlatform, report, round, timed, withCorpus } from './support/platform.js';

// Recommendations for all real job seekers against all real postings, from reading both to the lists written and the
// events recorded. Peak memory is that of the whole process, the application included.
const app = await openPlatform();
const postings = await withCorpus(app, 'matching');
const format = seekerFormats.get('tipdm-2023');
if (!format) throw new Error('No format tipdm-2023');
await app
  .get(SeekerImportService, { strict: false })
  .run({ format, path: SEEKERS, isDryRun: false });
await app.get(UnitOfWork, { strict: false }).db.$executeRaw`truncate recommendations`;

const matching = app.get(MatchingService, { strict: false });
let outcome = { peopleCount: 0, listedCount: 0, recommendationCount: 0 };
const milliseconds = await timed(async () => {
  outcome = await matching.matchEverybody();
});
report({
  bench: 'matching',
  seekers: outcome.peopleCount,
  postings,
  seconds: round(milliseconds / 1_000),
  listed: outcome.listedCount,
  recommendations: outcome.recommendationCount,
  peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
});
await app.close();
