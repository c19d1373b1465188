import { referenceErrors } from '../reference.errors.js';
import type { Region } from '../regions/region.model.js';
import { ReferenceTable } from './reference-table.js';

/** Regions, stored by their id and given by any code they have or had. */
export class RegionTable extends ReferenceTable<Region> {
  constructor(rows: readonly Region[]) {
    super(rows, {
      keyOf: (region) => region.id,
      parentOf: (region) => region.parentId,
      codesOf: (region) => [region.code, ...region.formerCodes],
      searchableOf: (region) =>
        region.kind === 'PLACEHOLDER'
          ? null
          : {
              row: region,
              codes: [region.code, ...region.formerCodes],
              names: [...new Set([region.name, region.displayName])],
              aliases: [region.fullName, ...region.formerNames],
              pinyin: [{ full: region.pinyin, initials: region.pinyinInitials }],
            },
      unknown: referenceErrors.UNKNOWN_REGION,
    });
  }

  /** What a picker shows below the region: in place of a level that exists in the list only stands what is below it. */
  offered(parentId: string | null): Region[] {
    return this.children(parentId)
      .flatMap((region) => (region.kind === 'PLACEHOLDER' ? this.offered(region.id) : [region]))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
