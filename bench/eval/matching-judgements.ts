import { interestShare } from '../../src/modules/matching/engine/match-score.rules.js';
import { hasData } from './support/data.js';
import { seeded } from './support/statistics.js';
import { readViews } from './support/views.js';

/** Postings in the person's state that were not looked at, for each that was. */
const LEFT = 8;

// Judgements for `npm run cli -- matching fit weights FILE`: of the people that `npm run eval -- matching` does not hold
// out, what they looked at, and beside it what they could have. Interest is that of others.
if (hasData('job-views-2015')) {
  const { postings, known, popularity } = readViews();
  const draw = seeded(10);
  const lines: string[] = [];
  for (const { of, relevant } of known) {
    const { profileId, wishedTitles, pastTitles, wishedRegionIds } = of;
    const here = postings.flatMap(({ regionPath }, i) =>
      regionPath.some((id) => wishedRegionIds.includes(id)) ? [i] : [],
    );
    const left = Array.from({ length: LEFT * relevant.size }, () => {
      return here[Math.floor(draw() * here.length)] ?? -1;
    });
    const met = new Set([...relevant, ...left.filter((i) => i >= 0)]);
    for (const i of met) {
      const posting = postings[i];
      if (!posting) continue;
      const others = (popularity[i] ?? 0) - (relevant.has(i) ? 1 : 0);
      const share = interestShare(others);
      const offered = {
        id: posting.jobPostingId,
        title: posting.title,
        regionPath: posting.regionPath,
      };
      lines.push(
        JSON.stringify({
          person: { id: profileId, wishedTitles, pastTitles, wishedRegionIds },
          posting: share === null ? offered : { ...offered, interestShare: share },
          isGood: relevant.has(i),
        }),
      );
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
} else {
  process.stderr.write('The data is not here: job-views-2015\n');
  process.exitCode = 1;
}
