import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CliInput } from '../../../src/core/cli/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { interestShare } from '../../../src/modules/matching/engine/match-score.rules.js';
import {
  MATCH_TERMS,
  scoreWeightsSchema,
  WEIGHTS,
} from '../../../src/modules/matching/engine/score-weights.js';
import { OutcomeSource } from '../../../src/modules/matching/fit/outcome-source.js';
import { MatchingFitCommand } from '../../../src/modules/matching/matching-fit.command.js';
import { RecommendationRepository } from '../../../src/modules/matching/recommendation.repository.js';
import { createApplication } from '../../factories/application.factory.js';
import { createJobPosting, type TestJobPosting } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let folder: string;
let out: string;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongqiao-fit-'));
  out = join(folder, 'weights.json');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await app.database.truncateAll();
});
afterAll(() => app.close());

async function fit(args: string[], options: CliInput['options'] = {}) {
  const lines: string[] = [];
  const notes: string[] = [];
  const code = await app
    .get(MatchingFitCommand)
    .run(
      { args, options: { out, ...options } },
      { line: (text) => void lines.push(text), note: (text) => void notes.push(text) },
    );
  return { code, text: lines.join('\n'), notes: notes.join('\n') };
}

const shareOf = (
  terms: readonly { share: number; isKnown: boolean }[] | undefined,
  name: (typeof MATCH_TERMS)[number],
) => terms?.[MATCH_TERMS.indexOf(name)];

function one<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('There is none');
  return first;
}

/** Puts postings on the person's list, as if they had been recommended. */
async function recommend(person: TestProfile, postings: readonly TestJobPosting[]): Promise<void> {
  await app.get(UnitOfWork).run(() =>
    app.get(RecommendationRepository).replaceLists(
      [person.id],
      postings.map(({ id }) => ({
        profileId: person.id,
        jobPostingId: id,
        score: 500,
        terms: [],
        isFirst: false,
        seatPrice: 0,
      })),
    ),
  );
}

describe('outcomes of this installation', () => {
  it('are what a person applied for, and what she was shown and passed over; her own interest does not count', async () => {
    const enterprise = await createEnterpriseWithRecruiter(app);
    const posting = (title: string, state: 'PUBLISHED' | 'CLOSED' = 'PUBLISHED') =>
      createJobPosting(app, {
        organisation: enterprise,
        title,
        headcount: 5,
        state,
        ...(state === 'CLOSED' && { closeCause: 'FILLED' as const }),
      });
    const applied = await posting('焊工');
    const closed = await posting('氩弧焊工', 'CLOSED');
    const passedOver = await posting('仓管员');
    const person = await createProfile(app);
    const others = [await createProfile(app), await createProfile(app)];
    await recommend(person, [passedOver, applied]);
    for (const applicant of [person, ...others]) {
      await createApplication(app, { posting: applied, applicant });
    }
    await createApplication(app, { posting: closed, applicant: person });

    const outcomes = await app.get(OutcomeSource).read();

    const hers = outcomes.filter(({ personId }) => personId === person.id);
    const found = hers.map(({ postingId, isPositive }) => [postingId, isPositive]);
    expect(found.sort()).toEqual(
      [
        [applied.id, true],
        [closed.id, true],
        [passedOver.id, false],
      ].sort(),
    );
    const terms = hers.find(({ postingId }) => postingId === applied.id)?.terms;
    expect(shareOf(terms, 'INTEREST')).toEqual({ share: interestShare(2), isKnown: true });
    expect(shareOf(terms, 'WORK')?.share).toBeCloseTo(1, 9);
    const alone = hers.find(({ postingId }) => postingId === closed.id)?.terms;
    expect(shareOf(alone, 'INTEREST')).toEqual({ share: 0, isKnown: false });
  });

  it('too few of them change nothing', async () => {
    const posting = await createJobPosting(app, { title: '焊工' });
    await createApplication(app, { posting });
    const { code, text } = await fit(['weights']);
    expect(code).toBe(0);
    expect(text).toContain('applications: 1 positive and 0 negative of 1 people and 1 postings');
    expect(text).toContain('Too few outcomes: at least 500 positive');
    expect(() => readFileSync(out)).toThrow(/ENOENT/);
  });

  it('give weights that say what people answered to, the same each time', async () => {
    const enterprise = await createEnterpriseWithRecruiter(app);
    const postings: TestJobPosting[] = [];
    for (let i = 0; i < 40; i++) {
      const title = i % 3 === 0 ? `焊工${i}` : `养老护理员${i}`;
      const payMinFen = i % 2 === 0 ? 600_000n : 400_000n;
      const pay = { payMinFen, payMaxFen: 700_000n };
      postings.push(
        await createJobPosting(app, { organisation: enterprise, title, headcount: 500, ...pay }),
      );
    }
    // Everybody wants to weld. Half of them apply for what pays as wished, whatever it is; the others do not mind the pay
    // and apply for the rest, so that everything has as many who are interested.
    for (const [half, payMinFen] of [600_000n, null].entries()) {
      const chosen = postings.filter((_, at) => at % 2 === half);
      const applicants: string[] = [];
      for (let i = 0; i < 30; i++) {
        const intentions = [{ title: '焊工', occupationCode: null, payMinFen }];
        const applicant = await createProfile(app, { intentions, skills: [] });
        await createApplication(app, { posting: one(chosen), applicant });
        applicants.push(applicant.id);
      }
      await app.database.pool.query(
        `insert into applications
         select (jsonb_populate_record(application,
           jsonb_build_object('id', gen_random_uuid(), 'job_posting_id', posting.id))).*
         from applications application cross join unnest($1::uuid[]) as posting(id)
         where application.profile_id = any($2::uuid[])`,
        [chosen.slice(1).map(({ id }) => id), applicants],
      );
    }
    const dry = await fit(['weights'], { dryRun: true });
    expect(dry.text).toContain('Would be version 1');
    expect(() => readFileSync(out)).toThrow(/ENOENT/);

    const first = await fit(['weights']);
    expect(first.text).toContain('applications: 1200 positive and');
    expect(first.text).toMatch(/log-loss +\d\.\d{4} \[/);
    const text = readFileSync(out, 'utf8');
    const weights = scoreWeightsSchema.parse(JSON.parse(text));
    expect(weights.version).toBe(1);
    expect(weights.maxima.PAY).toBeGreaterThan(2 * WEIGHTS.maxima.PAY);
    expect(weights.maxima.WORK).toBeLessThan(WEIGHTS.maxima.WORK);
    expect(text).not.toMatch(/\d{4}-\d\d|焊/u);

    const again = await fit(['weights']);
    expect(again.text).toContain('Is version 1');
    expect(readFileSync(out, 'utf8')).toBe(text);
  });
});

describe('learning from files', () => {
  /** Good is what pays as wished, whatever the work. */
  const judgement = (i: number, isGood: boolean): string =>
    JSON.stringify({
      person: { id: `p${i % 60}`, wishedTitles: ['焊工'], wishedPayMinFen: 600_000 },
      posting: {
        id: `j${i % 45}`,
        title: i % 2 === 0 ? '高级焊工' : '保洁员',
        payMinFen: isGood ? 600_000 : 400_000,
        payMaxFen: 700_000,
      },
      isGood,
    });

  it('reads judgements, and a new version where something changes', async () => {
    const file = join(folder, 'judged.ndjson');
    const lines = Array.from({ length: 1_800 }, (_, i) => judgement(i, i % 3 === 0));
    writeFileSync(file, `${lines.join('\n')}\n`);
    writeFileSync(out, JSON.stringify({ version: 7 }));
    const { code, text } = await fit(['weights', file]);
    expect(code).toBe(0);
    expect(text).toContain('Is version 8');
    const { version, basis } = scoreWeightsSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(version).toBe(8);
    expect(basis).toBe('judgements: 600 positive and 1200 negative of 60 people and 45 postings');
  });

  it('says what is wrong with a file and where, and writes nothing', async () => {
    const file = join(folder, 'judged.ndjson');
    writeFileSync(file, `${judgement(1, true)}\n{"person":{"id":"p"},"posting":{"id":"j"}}\n`);
    expect(await fit(['weights', file])).toMatchObject({
      code: 1,
      notes: expect.stringContaining(`${file}:2: posting.title`),
    });
    writeFileSync(file, 'no json\n');
    expect((await fit(['weights', file])).notes).toBe(`${file}:1: not a JSON object`);
    writeFileSync(file, `${judgement(1, true).replace('wishedTitles', 'sex')}\n`);
    expect((await fit(['weights', file])).notes).toContain(`${file}:1: person`);
    expect((await fit(['weights', join(folder, 'none')])).notes).toContain('cannot be read');
    writeFileSync(join(folder, 'other.csv'), 'wage\n5000\n');
    expect((await fit(['titles', join(folder, 'other.csv')])).notes).toContain('no column title');
    expect(await fit(['luck'])).toMatchObject({
      code: 1,
      notes: 'Nothing called "luck" is learned; it is one of titles, skills, weights',
    });
    expect((await fit(['titles'], { versionNumber: 'new' })).code).toBe(1);
    expect(() => readFileSync(out)).toThrow(/ENOENT/);
  });

  it('learns titles and skills from CSV files', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `焊工${i},电焊|氩弧焊`);
    const file = join(folder, 'postings.csv');
    writeFileSync(file, `title,skills\n${rows.join('\n')}\n`);
    expect((await fit(['titles', file])).text).toContain('from 30 different titles');
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ version: 1, titleCount: 30 });
    rmSync(out);
    expect((await fit(['skills', file])).text).toContain('2 skills from 30 postings');
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ version: 1, postingCount: 30 });
  });
});
