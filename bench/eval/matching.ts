import { measureCongestion } from './support/congestion.js';
import { hasData } from './support/data.js';
import { measureGenerated } from './support/generated.js';
import { measureTitles } from './support/titles.js';
import { readTwoSided } from './support/two-sided.js';
import { measureViews, readViews } from './support/views.js';

const EVAL = 'matching';
const DATA = [
  'tipdm-2023-two-sided',
  'job-views-2015',
  'jobtitle-relevance',
  'zhaopin-2024',
  'reference',
];

// How good the lists and the score of the engine are, on real people and postings, beside what is easily done instead;
// and on generated ones, which say so, where no real data has the sector.
const missing = DATA.filter((folder) => !hasData(folder));
if (missing.length > 0) {
  const skipped = `the data is not here: ${missing.join(', ')}`;
  process.stdout.write(`${JSON.stringify({ eval: EVAL, skipped })}\n`);
} else {
  const { shared, ownScore, ...congestion } = measureCongestion(readTwoSided());
  const { baselines: viewBaselines, ...views } = measureViews(readViews());
  const line = {
    eval: EVAL,
    congestedShare: shared.congestedShare,
    distinctFirst: shared.distinctFirst,
    gini: shared.gini,
    meanUtility: shared.meanUtility,
    optimumShare: shared.optimumShare,
    ndcg10: views.score.ndcg10,
    recall100: views.score.recall100,
    intervals: {
      congestedShare: shared.congestedInterval,
      meanUtility: shared.utilityInterval,
      ndcg10: views.score.ndcg10Interval,
      recall100: views.score.recall100Interval,
    },
    ownScore,
    views,
    generated: measureGenerated(),
    titles: { zh: measureTitles('zh'), en: measureTitles('en') },
    baselines: {
      congestion: { ...congestion, labels: 'none: nobody knows who was hired' },
      views: viewBaselines,
    },
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
