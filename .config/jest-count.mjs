import { writeFileSync } from 'node:fs';

/** Writes the totals of a run to the file that `npm test` names, for its closing line. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.GONGQIAO_TEST_COUNTS;
    if (file === undefined) return;
    const counts = {
      passed: results.numPassedTests,
      // A file that does not even load has no tests to fail: it counts as one.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
