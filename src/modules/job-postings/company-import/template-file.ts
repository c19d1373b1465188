import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../core/errors/index.js';
import { openTable } from '../../../core/spreadsheet/index.js';
import { parseInput } from '../../../core/validation/index.js';
import {
  placeFinderOf,
  ReferenceReader,
  type ReferenceTables,
} from '../../reference-data/index.js';
import { createSchema, type ContentChanges } from '../posting/job-posting.inputs.js';
import type { JobPostingColumns, RequirementRow } from '../posting/job-posting.repository.js';
import { PostingContentService } from '../posting/posting-content.service.js';
import { companyImportErrors } from './company-import.errors.js';
import { TEMPLATE_COLUMNS, type TemplateColumn } from './posting-template.js';
import { readTemplateRow } from './template-row.rules.js';

export interface TemplateRow {
  readonly line: number;
  readonly title: string;
  readonly columns: JobPostingColumns;
  readonly requirements: readonly RequirementRow[];
}

export interface ReadTemplate {
  readonly rows: readonly TemplateRow[];
  readonly issues: readonly {
    readonly line: number;
    readonly field: string;
    readonly reason: string;
  }[];
  readonly rowCount: number;
}

/** Most postings of one file; an employer with more uploads several. */
const MOST_ROWS = 500;
const NO_ORGANISATION = '00000000-0000-7000-8000-000000000000';

/** Columns whose names differ from those of the input they become. */
const COLUMN_OF: Readonly<Record<string, TemplateColumn>> = {
  regionCode: 'region',
  educationLevelCode: 'education',
  experienceYearsMin: 'experienceYears',
  requirements: 'skills',
};

/** Reads uploaded tables of postings with the same checks as the form. */
@Injectable()
export class TemplateFile {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly content: PostingContentService,
  ) {}

  /** What is wrong with the file as a whole is thrown; what is wrong with a row stands in the issues. */
  async read(file: Buffer): Promise<ReadTemplate> {
    try {
      return await this.readTable(file);
    } catch (error) {
      throw error instanceof DomainError ? error.at(['fileId']) : error;
    }
  }

  private async readTable(file: Buffer): Promise<ReadTemplate> {
    const tables = await this.reference.tables();
    const places = placeFinderOf(tables);
    const table = await openTable(file, TEMPLATE_COLUMNS);
    const [headerProblem] = table.headerProblems;
    if (headerProblem) throw headerProblem;
    const rows: TemplateRow[] = [];
    const issues: { line: number; field: string; reason: string }[] = [];
    const seen = new Set<string>();
    let rowCount = 0;
    for await (const { line, values, problem } of table.records) {
      if (++rowCount > MOST_ROWS)
        throw companyImportErrors.TOO_MANY_ROWS({ params: { max: MOST_ROWS } });
      if (problem) {
        issues.push({ line, field: 'row', reason: problem.code });
        continue;
      }
      const { posting, issues: found } = readTemplateRow(values);
      const regionCode = codeOf(values.region, tables, (text) => places.find(text));
      issues.push(...found.map((issue) => ({ line, ...issue })));
      if (found.length > 0) continue;
      const key = JSON.stringify(values);
      const read = seen.has(key)
        ? { field: 'title' as const, reason: 'JOB_POSTING_DUPLICATE' }
        : await this.row(line, { ...posting, regionCode });
      seen.add(key);
      if ('reason' in read) issues.push({ line, ...read });
      else rows.push(read);
    }
    return { rows, issues, rowCount };
  }

  private async row(
    line: number,
    posting: object,
  ): Promise<TemplateRow | { readonly field: string; readonly reason: string }> {
    try {
      const { title, ...given } = parseInput(createSchema, {
        organisationId: NO_ORGANISATION,
        ...posting,
      });
      const content: ContentChanges = { ...given, title };
      const columns = await this.content.columns(content);
      const requirements = await this.content.requirements(given.requirements ?? []);
      return { line, title, columns, requirements };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { field: columnOf(error.field ?? []), reason: error.code };
    }
  }
}

/** The column a refusal of the input is about. */
function columnOf([name = 'row', part]: readonly string[]): string {
  if (name === 'pay') return part === 'max' ? 'payMax' : part === 'months' ? 'payMonths' : 'payMin';
  return COLUMN_OF[name] ?? name;
}

/** The code written there, or that of the place it names; what names none is left as it is, to be refused. */
function codeOf(
  text: string,
  tables: ReferenceTables,
  find: (text: string) => string | null,
): string | null {
  if (text === '') return null;
  if (/^\d+$/.test(text)) return text;
  const id = find(text);
  return (id === null ? null : tables.regions.find(id)?.code) ?? text;
}
