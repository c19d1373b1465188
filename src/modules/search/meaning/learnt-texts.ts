import { Injectable } from '@nestjs/common';
import { JobPostingReader } from '../../job-postings/index.js';
import { ReferenceReader, sourceRows } from '../../reference-data/index.js';
import { BATCH } from '../indexing/document-source.js';
import { foldedText } from '../text/folded-text.js';
import type { LearntText } from './learn-words.js';

/** How much the row of an industry and a posting say of words, beside the row of an occupation. There are many postings. */
const INDUSTRY_SAYS = 0.5;
const POSTING_SAYS = 0.1;
const NAME_SAYS = 2;
const TEXT_SAYS = 1;
/** A text says what it is about at its beginning. */
const LONGEST_TEXT = 400;
/** What stands above a row says half of what stands below that. */
const ABOVE_SAYS = 0.5;

/** The texts that words are learned from. */
@Injectable()
export class LearntTexts {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly postings: JobPostingReader,
  ) {}

  /** Occupations with their everyday names, and industries, each with what stands above it. */
  async ofTables(): Promise<LearntText[]> {
    const { occupations, industries } = await this.reference.tables();
    return [
      ...occupations.rows.map(({ code, name, aliases }) =>
        row(1, [name, ...aliases], occupations.tree.path(code).slice(0, -1)),
      ),
      ...industries.rows.map(({ code, name }) =>
        row(INDUSTRY_SAYS, [name], industries.tree.path(code).slice(0, -1)),
      ),
    ];
  }

  async ofPostings(): Promise<LearntText[]> {
    const found: LearntText[] = [];
    for (let after: string | null = null; ;) {
      const rows = await this.postings.documents({ after, limit: BATCH });
      for (const { title, skills, duties } of rows)
        found.push(posting(title, skills, duties ?? ''));
      if (rows.length < BATCH) return found;
      after = rows.at(-1)?.id ?? null;
    }
  }

  async ofFiles(files: readonly string[]): Promise<LearntText[]> {
    const found: LearntText[] = [];
    for (const file of files) {
      for await (const { cells } of sourceRows(file, ['title'])) {
        const skills = (cells['skills'] ?? cells['tags'] ?? '').split(/[|,，]/u);
        found.push(posting(cells['title'] ?? '', skills, cells['description'] ?? ''));
      }
    }
    return found;
  }
}

function row(
  says: number,
  names: readonly string[],
  above: readonly { readonly name: string }[],
): LearntText {
  const nearestFirst = [...above].reverse();
  return {
    says,
    parts: [
      ...names.map((name) => ({ folded: foldedText(name), says: NAME_SAYS })),
      ...nearestFirst.map(({ name }, steps) => ({
        folded: foldedText(name),
        says: ABOVE_SAYS ** steps,
      })),
    ],
  };
}

function posting(title: string, skills: readonly string[], duties: string): LearntText {
  const text = foldedText(duties.slice(0, LONGEST_TEXT));
  return {
    says: POSTING_SAYS,
    parts: [
      { folded: foldedText(title), says: NAME_SAYS },
      ...skills.map((skill) => ({ folded: foldedText(skill), says: TEXT_SAYS })),
      { folded: text, says: TEXT_SAYS },
    ],
  };
}
