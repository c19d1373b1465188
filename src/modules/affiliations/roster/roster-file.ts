import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { DomainError } from '../../../core/errors/index.js';
import { openTable, type ColumnSpec } from '../../../core/spreadsheet/index.js';
import { ReferenceReader, type ReferenceTables } from '../../reference-data/index.js';
import { rosterImportErrors } from './roster-import.errors.js';
import { type ReadRoster, type RosterIssueRecord, type RosterRow } from './roster-row.js';
import {
  readRosterRow,
  type MajorOfCatalogue,
  type RosterColumn,
  type RosterTables,
} from './roster-row.rules.js';

const COLUMNS: readonly ColumnSpec<RosterColumn>[] = [
  {
    key: 'studentNumber',
    title: '学号',
    aliases: ['Student number', 'Student no', 'Student ID'],
    isRequired: true,
  },
  { key: 'studentName', title: '姓名', aliases: ['Name', 'Student name'], isRequired: true },
  { key: 'majorCode', title: '专业代码', aliases: ['Major code'] },
  { key: 'majorName', title: '专业', aliases: ['专业名称', 'Major', 'Major name'] },
  { key: 'className', title: '班级', aliases: ['班级名称', 'Class', 'Class name'] },
  {
    key: 'educationLevel',
    title: '学历',
    aliases: ['学历层次', '培养层次', 'Education', 'Education level'],
  },
  {
    key: 'graduationYear',
    title: '毕业年份',
    aliases: ['毕业年度', '毕业时间', 'Graduation year', 'Year'],
  },
];

/** Largest roster taken at once: more than any college has students in. */
const MAX_ROWS = 30_000;

/** Reads uploaded rosters: a table with a header in Chinese or English, XLSX or CSV. */
@Injectable()
export class RosterFile {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  /** What is wrong with the file as a whole is thrown; what is wrong with a row stands in the issues. */
  async read(file: Buffer): Promise<ReadRoster> {
    try {
      return await this.readTable(file);
    } catch (error) {
      throw error instanceof DomainError ? error.at(['fileId']) : error;
    }
  }

  private async readTable(file: Buffer): Promise<ReadRoster> {
    const tables = lookups(await this.reference.tables());
    const today = this.clock.today();
    const table = await openTable(file, COLUMNS);
    const [headerProblem] = table.headerProblems;
    if (headerProblem) throw headerProblem;
    const rows: RosterRow[] = [];
    const issues: RosterIssueRecord[] = [];
    const seen = new Set<string>();
    let rowCount = 0;
    for await (const { line, values, problem } of table.records) {
      if (++rowCount > MAX_ROWS)
        throw rosterImportErrors.TOO_MANY_ROWS({ params: { max: MAX_ROWS } });
      if (problem) {
        issues.push({ row: line, field: 'row', reason: 'UNREADABLE' });
        continue;
      }
      const read = readRosterRow(line, values, tables, today);
      if ('issue' in read) issues.push(read.issue);
      else if (seen.has(read.row.studentNumber))
        issues.push({ row: line, field: 'studentNumber', reason: 'DUPLICATE' });
      else {
        seen.add(read.row.studentNumber);
        rows.push(read.row);
      }
    }
    return { rows, issues, rowCount };
  }
}

function lookups(tables: ReferenceTables): RosterTables {
  const byName = new Map<string, MajorOfCatalogue[]>();
  for (const major of tables.majors.rows.filter((row) => row.isCurrent)) {
    const sameName = byName.get(major.name);
    if (sameName) sameName.push(major);
    else byName.set(major.name, [major]);
  }
  return {
    majorByCode: (code) => tables.majors.findByCode(code),
    majorsByName: (name) => byName.get(name) ?? [],
    hasEducationLevel: (code) => tables.educationLevels.findByCode(code) !== null,
  };
}
