import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Command, type CliCommand, type CliInput, type CliOutput } from '../../core/cli/index.js';
import { WEIGHTS } from './engine/score-weights.js';
import { fitSkillTable } from '../reference-data/index.js';
import { fitTitleRarity } from './engine/title-similarity.js';
import { fitWeights } from './fit/fit-weights.js';
import { FitFileError } from './fit/fit-file-error.js';
import { readJudgements } from './fit/judgement-file.js';
import { OutcomeSource } from './fit/outcome-source.js';
import { skillsIn, titlesIn } from './fit/posting-file.js';
import { PostingSource } from './fit/posting-source.js';
import { basisOf, reportOf, scoreWeights, termWeights } from './fit/weights-report.js';

const ENGINE = 'src/modules/matching/engine';

const versionSchema = z.coerce.number().int().min(1);

/** Data with its version, and what to say of it. */
interface Learned {
  /** Null: the present data stays. */
  readonly data: { readonly version: number } | null;
  readonly report: readonly string[];
}

/** What can be learned: where it goes, and how it is learned from files (none: from this installation). */
interface Lesson {
  readonly file: string;
  learn(files: readonly string[], version: number): Promise<Learned>;
}

/**
 * `npm run cli -- matching fit`: what the score takes from many postings and outcomes, as data with a version. Only
 * weights and aggregates stay, and only of what at least twenty postings have in common.
 */
@Command()
export class MatchingFitCommand implements CliCommand {
  readonly name = 'matching fit';
  readonly description =
    'Learn the data of the score: how much the words of titles say (titles), how much skills say and which go together (skills), how many points each term gives (weights).';
  readonly arguments = [
    { name: '<what>', description: 'titles, skills or weights.' },
    {
      name: '[files...]',
      description:
        'Instead of the data of this installation: CSV files with a column "title", "name" or "alias" (titles) or "skills" (skills), or judgements, one JSON object {person, posting, isGood} a line (weights); also .gz.',
    },
  ];
  readonly options = [
    {
      flags: '--version-number <number>',
      description: 'Version of the data; one more than the present one where something changes.',
    },
    { flags: '--out <file>', description: `Where the data goes; its file in the sources.` },
    { flags: '--dry-run', description: 'Print what would be written and write nothing.' },
  ];

  private readonly lessons: Readonly<Record<string, Lesson>> = {
    titles: { file: `${ENGINE}/title-rarity.json`, learn: this.titles.bind(this) },
    skills: {
      file: 'src/modules/reference-data/skills/skill-table.json',
      learn: this.skills.bind(this),
    },
    weights: { file: `${ENGINE}/score-weights.json`, learn: this.weights.bind(this) },
  };

  constructor(
    private readonly postings: PostingSource,
    private readonly outcomes: OutcomeSource,
  ) {}

  async run(
    { args: [what = '', ...files], options }: CliInput,
    output: CliOutput,
  ): Promise<number> {
    const lesson = this.lessons[what];
    const version = versionSchema.optional().safeParse(options['versionNumber']);
    if (!lesson || !version.success) {
      output.note(
        lesson
          ? '--version-number is a whole number from 1'
          : `Nothing called "${what}" is learned; it is one of ${Object.keys(this.lessons).join(', ')}`,
      );
      return 1;
    }
    const file = String(options['out'] ?? lesson.file);
    try {
      const present = presentIn(file);
      const { data, report } = await lesson.learn(files, version.data ?? present.version);
      for (const line of report) output.line(line);
      if (!data) return 0;
      const isSame = textOf({ ...data, version: present.version }) === present.text;
      const next = version.data ?? (isSame ? present.version : present.version + 1);
      const text = textOf({ ...data, version: next });
      if (options['dryRun'] === true)
        output.line(what === 'weights' ? text.trimEnd() : 'Nothing is written');
      else writeFileSync(file, text);
      output.line(`${options['dryRun'] === true ? 'Would be' : 'Is'} version ${next} in ${file}`);
      return 0;
    } catch (error) {
      if (!(error instanceof FitFileError)) throw error;
      output.note(error.message);
      return 1;
    }
  }

  private async titles(files: readonly string[], version: number): Promise<Learned> {
    const titles = files.length > 0 ? files.flatMap(titlesIn) : await this.postings.titles();
    const data = fitTitleRarity(titles, version);
    const count = Object.keys(data.weights).length;
    return { data, report: [`${count} weights from ${data.titleCount} different titles`] };
  }

  private async skills(files: readonly string[], version: number): Promise<Learned> {
    const skills = files.length > 0 ? files.flatMap(skillsIn) : await this.postings.skills();
    const data = fitSkillTable(skills, version);
    const count = Object.keys(data.rarities).length;
    return { data, report: [`${count} skills from ${data.postingCount} postings`] };
  }

  private async weights(files: readonly string[], version: number): Promise<Learned> {
    const isJudged = files.length > 0;
    const outcomes = isJudged ? files.flatMap(readJudgements) : await this.outcomes.read();
    const present = termWeights(WEIGHTS);
    const fitted = fitWeights(outcomes, present);
    const basis = basisOf(isJudged ? 'judgements' : 'applications', fitted.counts);
    return {
      data: fitted.weights && scoreWeights(fitted.weights, version, basis),
      report: [basis, '', ...reportOf(present, fitted)],
    };
  }
}

function presentIn(file: string): { version: number; text: string } {
  if (!existsSync(file)) return { version: 0, text: '' };
  const text = readFileSync(file, 'utf8');
  try {
    return { version: z.object({ version: z.int() }).parse(JSON.parse(text)).version, text };
  } catch (cause) {
    throw new FitFileError(`${file} is not data of the score`, { cause });
  }
}

function textOf(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
