import { writeFileSync } from 'node:fs';

/** Writes the totals of a run to the file that `npm test` names, for its closing line; names what needed a second try. */
export default class CountReporter {
  onTestRunEnd(files, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const file of files) {
      const before = counts.failed;
      for (const test of file.children.allTests()) {
        const { state } = test.result();
        if (test.diagnostic()?.flaky) {
          process.stdout.write(`UNSTEADY: ${file.relativeModuleId} > ${test.fullName}\n`);
        }
        counts[state === 'pending' ? 'skipped' : state] += 1;
      }
      // A file that does not even load, or fails around its tests, has none to fail: it counts as one.
      if (file.state() === 'failed' && counts.failed === before) counts.failed += 1;
    }
    const target = process.env.GONGQIAO_TEST_COUNTS;
    if (target !== undefined) writeFileSync(target, JSON.stringify(counts));
  }
}
