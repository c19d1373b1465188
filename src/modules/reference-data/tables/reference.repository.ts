import { Injectable } from '@nestjs/common';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import type { College } from '../colleges/college.model.js';
import type { CodeTableEdition } from '../editions/code-table-edition.model.js';
import type { Industry, IndustryLevel } from '../industries/industry.model.js';
import type { EducationLevel } from '../levels/education-level.model.js';
import type { SkillLevel } from '../levels/skill-level.model.js';
import type { Major } from '../majors/major.model.js';
import type { Occupation, OccupationLevel } from '../occupations/occupation.model.js';
import { readRegions } from '../regions/read-regions.js';
import type { ReferenceRows } from './reference-tables.js';

const OCCUPATION_LEVELS: readonly OccupationLevel[] = ['MAJOR', 'SUB_MAJOR', 'MINOR', 'UNIT'];
const INDUSTRY_LEVELS: readonly IndustryLevel[] = ['SECTION', 'DIVISION', 'GROUP', 'CLASS'];

/** Reads the code tables whole; they are small and change with an edition only. */
@Injectable()
export class ReferenceRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async editions(): Promise<CodeTableEdition[]> {
    const rows = await this.uow.sql
      .selectFrom('code_table_editions')
      .selectAll()
      .orderBy('name')
      .execute();
    return rows.map((row) => ({
      name: row.name,
      edition: row.edition,
      source: row.source,
      checksum: row.checksum,
      rowCount: row.row_count,
      loadedAt: row.loaded_at,
    }));
  }

  /** One statement after another, because inside a unit of work they share a connection. */
  async rows(): Promise<ReferenceRows> {
    const editions = await this.editions();
    const regions = await readRegions(this.uow.sql);
    const { occupations, aliasPinyin } = await this.occupations();
    const industries = await this.industries();
    const majors = await this.majors();
    const colleges = await this.colleges();
    const educationLevels = await this.educationLevels();
    const skillLevels = await this.skillLevels();
    return {
      editions,
      regions,
      occupations,
      aliasPinyin,
      industries,
      majors,
      colleges,
      educationLevels,
      skillLevels,
    };
  }

  private async occupations(): Promise<Pick<ReferenceRows, 'occupations' | 'aliasPinyin'>> {
    const rows = await this.uow.sql.selectFrom('occupations').selectAll().orderBy('sort').execute();
    const aliases = await this.uow.sql
      .selectFrom('occupation_aliases')
      .selectAll()
      .where('is_current', '=', true)
      .orderBy('occupation_code')
      .orderBy('alias')
      .execute();
    const aliasesOf = Map.groupBy(aliases, (alias) => alias.occupation_code);
    const occupations = rows.map((row): Occupation => ({
      code: row.code,
      parentCode: row.parent_code,
      name: row.name,
      level: levelAt(OCCUPATION_LEVELS, row.level),
      isGreen: row.is_green,
      isDigital: row.is_digital,
      pinyin: row.pinyin,
      pinyinInitials: row.pinyin_initials,
      isCurrent: row.is_current,
      aliases: (aliasesOf.get(row.code) ?? []).map((alias) => alias.alias),
    }));
    const aliasPinyin = new Map(
      [...aliasesOf].map(([code, list]) => [
        code,
        list.map((alias) => ({ full: alias.pinyin, initials: alias.pinyin_initials })),
      ]),
    );
    return { occupations, aliasPinyin };
  }

  private async industries(): Promise<Industry[]> {
    const rows = await this.uow.sql.selectFrom('industries').selectAll().orderBy('sort').execute();
    return rows.map((row) => ({
      code: row.code,
      parentCode: row.parent_code,
      name: row.name,
      level: levelAt(INDUSTRY_LEVELS, row.level),
      sectionCode: row.section_code,
      pinyin: row.pinyin,
      pinyinInitials: row.pinyin_initials,
      isCurrent: row.is_current,
    }));
  }

  private async majors(): Promise<Major[]> {
    const rows = await this.uow.sql.selectFrom('majors').selectAll().orderBy('sort').execute();
    return rows.map((row) => ({
      code: row.code,
      name: row.name,
      level: enumName(row.level),
      categoryCode: row.category_code,
      categoryName: row.category_name,
      classCode: row.class_code,
      className: row.class_name,
      isNationallyControlled: row.is_nationally_controlled,
      pinyin: row.pinyin,
      pinyinInitials: row.pinyin_initials,
      isCurrent: row.is_current,
    }));
  }

  private async colleges(): Promise<College[]> {
    const rows = await this.uow.sql.selectFrom('colleges').selectAll().orderBy('sort').execute();
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      level: enumName(row.level),
      authority: row.authority,
      remark: row.remark,
      provinceId: row.province_id,
      cityId: row.city_id,
      pinyin: row.pinyin,
      pinyinInitials: row.pinyin_initials,
      isCurrent: row.is_current,
    }));
  }

  private async educationLevels(): Promise<EducationLevel[]> {
    const rows = await this.uow.sql
      .selectFrom('education_levels')
      .selectAll()
      .orderBy('code')
      .execute();
    return rows.map((row) => ({
      code: row.code,
      name: row.name,
      bandCode: row.band_code,
      band: enumName(row.band),
      outcome: enumName(row.outcome),
      rank: row.rank,
      pinyin: row.pinyin,
      pinyinInitials: row.pinyin_initials,
      isCurrent: row.is_current,
    }));
  }

  private async skillLevels(): Promise<SkillLevel[]> {
    const rows = await this.uow.sql
      .selectFrom('skill_levels')
      .selectAll()
      .orderBy('rank')
      .execute();
    return rows.map((row) => ({
      code: row.code,
      rank: row.rank,
      name: row.name,
      englishName: row.english_name,
      fiveGradeName: row.five_grade_name,
      fiveGradeNumber: row.five_grade_number,
      pinyin: row.pinyin,
      pinyinInitials: row.pinyin_initials,
      isCurrent: row.is_current,
    }));
  }
}

function levelAt<T>(levels: readonly T[], level: number): T {
  const name = levels[level - 1];
  if (name === undefined) throw new Error(`A code table has a row at level ${level}`);
  return name;
}
