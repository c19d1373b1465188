import { Injectable } from '@nestjs/common';
import type { College } from './colleges/college.model.js';
import type { Industry } from './industries/industry.model.js';
import type { EducationLevel } from './levels/education-level.model.js';
import type { SkillLevel } from './levels/skill-level.model.js';
import type { Major } from './majors/major.model.js';
import type { Occupation } from './occupations/occupation.model.js';
import type { Region } from './regions/region.model.js';
import { ReferenceCache } from './tables/reference-cache.js';
import type { FieldPath } from './tables/reference-table.js';
import type { ReferenceTables } from './tables/reference-tables.js';

/**
 * The code tables for other modules. `require…` turns what an input gave into the row it means and refuses an unknown
 * code with an error naming the field; `find…` answers for what is stored, also when later editions dropped it.
 * Nothing here asks the database, so none of it needs a loader.
 */
@Injectable()
export class ReferenceReader {
  constructor(private readonly cache: ReferenceCache) {}

  /** All tables at once, for loops that cannot wait for each lookup. Do not keep it beyond the work in hand. */
  tables(): Promise<ReferenceTables> {
    return this.cache.tables();
  }

  /** The region that has or had the code. */
  async requireRegion(code: string, field: FieldPath): Promise<Region> {
    return (await this.tables()).regions.require(code, field);
  }

  async requireRegions(codes: readonly string[], field: FieldPath): Promise<Region[]> {
    return (await this.tables()).regions.requireAll(codes, field);
  }

  async findRegion(id: string): Promise<Region | null> {
    return (await this.tables()).regions.find(id);
  }

  /** From the province down to the region itself. */
  async regionPath(id: string): Promise<Region[]> {
    return (await this.tables()).regions.tree.path(id);
  }

  /** Ids of the region and of everything below it. */
  async regionIdsWithin(id: string): Promise<string[]> {
    return (await this.tables()).regions.tree.within(id).map((region) => region.id);
  }

  /** Whether the region is the other one or lies below it. */
  async isRegionWithin(id: string, ancestorId: string): Promise<boolean> {
    return (await this.tables()).regions.tree.isWithin(id, ancestorId);
  }

  async requireOccupation(code: string, field: FieldPath): Promise<Occupation> {
    return (await this.tables()).occupations.require(code, field);
  }

  async requireOccupations(codes: readonly string[], field: FieldPath): Promise<Occupation[]> {
    return (await this.tables()).occupations.requireAll(codes, field);
  }

  async findOccupation(code: string): Promise<Occupation | null> {
    return (await this.tables()).occupations.find(code);
  }

  /** From the major group down to the occupation itself. */
  async occupationPath(code: string): Promise<Occupation[]> {
    return (await this.tables()).occupations.tree.path(code);
  }

  async isOccupationWithin(code: string, ancestorCode: string): Promise<boolean> {
    return (await this.tables()).occupations.tree.isWithin(code, ancestorCode);
  }

  async requireIndustry(code: string, field: FieldPath): Promise<Industry> {
    return (await this.tables()).industries.require(code, field);
  }

  async requireIndustries(codes: readonly string[], field: FieldPath): Promise<Industry[]> {
    return (await this.tables()).industries.requireAll(codes, field);
  }

  async findIndustry(code: string): Promise<Industry | null> {
    return (await this.tables()).industries.find(code);
  }

  /** From the section down to the industry itself. */
  async industryPath(code: string): Promise<Industry[]> {
    return (await this.tables()).industries.tree.path(code);
  }

  async isIndustryWithin(code: string, ancestorCode: string): Promise<boolean> {
    return (await this.tables()).industries.tree.isWithin(code, ancestorCode);
  }

  async requireMajor(code: string, field: FieldPath): Promise<Major> {
    return (await this.tables()).majors.require(code, field);
  }

  async requireMajors(codes: readonly string[], field: FieldPath): Promise<Major[]> {
    return (await this.tables()).majors.requireAll(codes, field);
  }

  async findMajor(code: string): Promise<Major | null> {
    return (await this.tables()).majors.find(code);
  }

  /** The college with the ministry's code, or with our id, since not every college has a code. */
  async requireCollege(codeOrId: string, field: FieldPath): Promise<College> {
    return (await this.tables()).colleges.require(codeOrId, field);
  }

  async requireColleges(codesOrIds: readonly string[], field: FieldPath): Promise<College[]> {
    return (await this.tables()).colleges.requireAll(codesOrIds, field);
  }

  async findCollege(id: string): Promise<College | null> {
    return (await this.tables()).colleges.find(id);
  }

  async requireEducationLevel(code: string, field: FieldPath): Promise<EducationLevel> {
    return (await this.tables()).educationLevels.require(code, field);
  }

  async findEducationLevel(code: string): Promise<EducationLevel | null> {
    return (await this.tables()).educationLevels.find(code);
  }

  async requireSkillLevel(code: string, field: FieldPath): Promise<SkillLevel> {
    return (await this.tables()).skillLevels.require(code, field);
  }

  async requireSkillLevels(codes: readonly string[], field: FieldPath): Promise<SkillLevel[]> {
    return (await this.tables()).skillLevels.requireAll(codes, field);
  }

  async findSkillLevel(code: string): Promise<SkillLevel | null> {
    return (await this.tables()).skillLevels.find(code);
  }
}
