import { measureCongestion } from './support/congestion.js';
import { hasData } from './support/data.js';
import { readTwoSided } from './support/two-sided.js';

const EVAL = 'matching';

// How good the lists are that the engine makes, on real people and postings, beside what is easily done instead.
const missing = ['tipdm-2023-two-sided', 'reference'].filter((folder) => !hasData(folder));
if (missing.length > 0) {
  const skipped = `the data is not here: ${missing.join(', ')}`;
  process.stdout.write(`${JSON.stringify({ eval: EVAL, skipped })}\n`);
} else {
  const { shared, ownScore, ...congestion } = measureCongestion(readTwoSided());
  const line = {
    eval: EVAL,
    congestedShare: shared.congestedShare,
    distinctFirst: shared.distinctFirst,
    gini: shared.gini,
    meanUtility: shared.meanUtility,
    optimumShare: shared.optimumShare,
    intervals: {
      congestedShare: shared.congestedInterval,
      meanUtility: shared.utilityInterval,
    },
    ownScore,
    baselines: { congestion },
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
