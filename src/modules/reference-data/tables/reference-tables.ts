import type { College } from '../colleges/college.model.js';
import type { CodeTableEdition } from '../editions/code-table-edition.model.js';
import type { Industry } from '../industries/industry.model.js';
import type { EducationLevel } from '../levels/education-level.model.js';
import type { SkillLevel } from '../levels/skill-level.model.js';
import type { Major } from '../majors/major.model.js';
import type { Occupation } from '../occupations/occupation.model.js';
import { referenceErrors } from '../reference.errors.js';
import type { Region } from '../regions/region.model.js';
import type { Searchable } from '../type-ahead/type-ahead.js';
import { MajorCatalogue } from './major-catalogue.js';
import { ReferenceTable } from './reference-table.js';
import { RegionTable } from './region-table.js';

export interface ReferenceRows {
  readonly editions: readonly CodeTableEdition[];
  readonly regions: readonly Region[];
  readonly occupations: readonly Occupation[];
  /** Pinyin of the aliases by occupation code, in the order of `aliases`. */
  readonly aliasPinyin: ReadonlyMap<string, readonly { full: string; initials: string }[]>;
  readonly industries: readonly Industry[];
  readonly majors: readonly Major[];
  readonly colleges: readonly College[];
  readonly educationLevels: readonly EducationLevel[];
  readonly skillLevels: readonly SkillLevel[];
}

/** All code tables of one set of editions, in memory. Everything here answers at once, without a statement. */
export class ReferenceTables {
  readonly editions: readonly CodeTableEdition[];
  readonly regions: RegionTable;
  readonly occupations: ReferenceTable<Occupation>;
  readonly industries: ReferenceTable<Industry>;
  readonly majors: ReferenceTable<Major>;
  readonly majorCatalogue: MajorCatalogue;
  readonly colleges: ReferenceTable<College>;
  readonly educationLevels: ReferenceTable<EducationLevel>;
  readonly skillLevels: ReferenceTable<SkillLevel>;

  constructor(rows: ReferenceRows) {
    this.editions = rows.editions;
    this.regions = new RegionTable(rows.regions);
    this.occupations = new ReferenceTable(rows.occupations, {
      keyOf: (row) => row.code,
      parentOf: (row) => row.parentCode,
      codesOf: (row) => [row.code],
      searchableOf: (row) => searchable(row, row.aliases, rows.aliasPinyin.get(row.code)),
      unknown: referenceErrors.UNKNOWN_OCCUPATION,
    });
    this.industries = new ReferenceTable(rows.industries, {
      keyOf: (row) => row.code,
      parentOf: (row) => row.parentCode,
      codesOf: (row) => [row.code],
      searchableOf: (row) => searchable(row),
      unknown: referenceErrors.UNKNOWN_INDUSTRY,
    });
    this.majors = new ReferenceTable(rows.majors, {
      keyOf: (row) => row.code,
      codesOf: (row) => [row.code],
      searchableOf: (row) => searchable(row),
      unknown: referenceErrors.UNKNOWN_MAJOR,
    });
    this.majorCatalogue = new MajorCatalogue(rows.majors.filter((row) => row.isCurrent));
    this.colleges = new ReferenceTable(rows.colleges, {
      keyOf: (row) => row.id,
      codesOf: (row) => (row.code === null ? [row.id] : [row.id, row.code]),
      searchableOf: (row) => searchable(row),
      unknown: referenceErrors.UNKNOWN_COLLEGE,
    });
    this.educationLevels = new ReferenceTable(rows.educationLevels, {
      keyOf: (row) => row.code,
      codesOf: (row) => [row.code],
      searchableOf: (row) => searchable(row),
      unknown: referenceErrors.UNKNOWN_EDUCATION_LEVEL,
    });
    this.skillLevels = new ReferenceTable(rows.skillLevels, {
      keyOf: (row) => row.code,
      codesOf: (row) => [row.code],
      searchableOf: (row) =>
        searchable(
          row,
          row.fiveGradeName ? [row.englishName, row.fiveGradeName] : [row.englishName],
        ),
      unknown: referenceErrors.UNKNOWN_SKILL_LEVEL,
    });
  }
}

interface Named {
  readonly code: string | null;
  readonly name: string;
  readonly pinyin: string;
  readonly pinyinInitials: string;
}

function searchable<T extends Named>(
  row: T,
  aliases: readonly string[] = [],
  aliasPinyin: readonly { full: string; initials: string }[] = [],
): Searchable<T> {
  return {
    row,
    codes: row.code === null ? [] : [row.code],
    names: [row.name],
    aliases,
    pinyin: [{ full: row.pinyin, initials: row.pinyinInitials }, ...aliasPinyin],
  };
}
