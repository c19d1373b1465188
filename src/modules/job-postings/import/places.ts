import { PlaceFinder, type ReferenceTables } from '../../reference-data/index.js';

/** Finds regions in place texts, among those of the editions in force. */
export function placeFinder({ regions }: ReferenceTables): PlaceFinder {
  return new PlaceFinder(regions.rows.filter((region) => region.isCurrent).map(placeOf));
}

const LEVELS: Readonly<Record<string, number>> = {
  PROVINCE: 1,
  PREFECTURE: 2,
  COUNTY: 3,
  STREET: 4,
};

function placeOf(region: {
  id: string;
  parentId: string | null;
  level: string;
  kind: string;
  name: string;
  displayName: string;
}) {
  return {
    id: region.id,
    parentId: region.parentId,
    level: LEVELS[region.level] ?? 4,
    name: region.kind === 'PLACEHOLDER' ? region.displayName : region.name,
  };
}
