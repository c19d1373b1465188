export { ReferenceDataModule } from './reference-data.module.js';
export { ReferenceReader } from './reference.reader.js';
export { referenceErrors } from './reference.errors.js';
export type { FieldPath, ReferenceTable } from './tables/reference-table.js';
export type { ReferenceTables } from './tables/reference-tables.js';
export { withinRegion } from './regions/within-region.js';
export { RegionCodeScalar } from './regions/region-code.scalar.js';
export { Region, RegionKind, RegionLevel } from './regions/region.model.js';
export { Occupation, OccupationLevel } from './occupations/occupation.model.js';
export { Industry, IndustryLevel } from './industries/industry.model.js';
export { Major, MajorLevel } from './majors/major.model.js';
export { College, CollegeLevel } from './colleges/college.model.js';
export { EducationBand, EducationLevel, EducationOutcome } from './levels/education-level.model.js';
export { SkillLevel } from './levels/skill-level.model.js';
export { plainText, readings } from './type-ahead/search-text.js';
export { skillKey } from './skills/skill-key.js';
export { parseEducation } from './source-texts/education-text.js';
export { parseExperienceYears } from './source-texts/experience-text.js';
export {
  parsePayText,
  yuanToFen,
  type ParsedPay,
  type PayPeriod,
} from './source-texts/pay-text.js';
export { PlaceFinder, type PlaceRegion } from './source-texts/place-finder.js';
export { RowReader } from './source-texts/row-reader.js';
export type { RowIssue, SourceCells } from './source-texts/source-cells.js';
export { SourceFileError, sourceRows, type SourceRow } from './source-texts/source-file.js';
