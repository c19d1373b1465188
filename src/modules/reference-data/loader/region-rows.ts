import type { TableRow } from './code-table.js';
import { spell } from './pinyin.js';
import type { SeedFiles } from './seed-files.js';
import { stableId } from './stable-id.js';

const DIVISIONS = ['code', 'name', 'level', 'parentCode', 'kind', 'displayName'] as const;
const STREETS = ['code', 'name', 'areaCode'] as const;
const HISTORY = ['code', 'name', 'regionKey', 'validFrom', 'validTo', 'successorKey'] as const;

const KINDS: Readonly<Record<string, string>> = {
  gbt2260: 'administrative',
  'statistical-zone': 'statistical_zone',
  placeholder: 'placeholder',
};

interface Division {
  readonly code: string;
  readonly name: string;
  readonly displayName: string;
  readonly level: number;
  readonly kind: string;
  readonly parentCode: string;
  readonly isCurrent: boolean;
}

interface Place extends Division {
  readonly key: string;
  readonly id: string;
  readonly parent: Place | null;
}

export interface RegionRows {
  readonly regions: readonly TableRow[];
  readonly codes: readonly TableRow[];
}

const made = new WeakMap<SeedFiles, Promise<RegionRows>>();

/** Regions and their codes, made together because a region's key may come from the history of its codes. */
export function regionRows(files: SeedFiles): Promise<RegionRows> {
  const known = made.get(files);
  if (known) return known;
  const rows = makeRegionRows(files);
  made.set(files, rows);
  return rows;
}

async function makeRegionRows(files: SeedFiles): Promise<RegionRows> {
  const history = await files.rows('region-code-history.csv', HISTORY);
  const keys = new Map(history.map((entry) => [entry.code, entry.regionKey]));
  const places = new Map<string, Place>();
  for (const division of await divisions(files, history)) {
    const parent = places.get(division.parentCode) ?? null;
    const key = keys.get(division.code) ?? keyOf(division, parent);
    places.set(division.code, { ...division, key, id: stableId(`region:${key}`), parent });
  }
  return {
    regions: [...places.values()].map(regionRow),
    codes: codeRows(places, history),
  };
}

/** Parents before children: the provinces, prefectures and counties, dissolved districts, the streets of Suzhou. */
async function divisions(
  files: SeedFiles,
  history: readonly Record<(typeof HISTORY)[number], string>[],
): Promise<Division[]> {
  const listed = await files.rows('divisions.csv', DIVISIONS);
  const streets = await files.rows('divisions-suzhou-streets.csv', STREETS);
  return [
    ...listed.map((row) => ({
      code: row.code,
      name: row.name,
      displayName: row.displayName,
      level: Number(row.level),
      kind: KINDS[row.kind] ?? row.kind,
      parentCode: row.parentCode,
      isCurrent: true,
    })),
    ...history
      .filter((entry) => entry.successorKey !== '')
      .map((entry) => ({
        code: entry.code,
        name: entry.name,
        displayName: entry.name,
        level: 3,
        kind: 'administrative',
        parentCode: `${entry.code.slice(0, 4)}00`,
        isCurrent: false,
      })),
    ...streets.map((row) => ({
      code: row.code,
      name: row.name,
      displayName: row.name,
      level: 4,
      // Streets, towns and townships count up from 001, 100 and 200; farms, parks and zones from 400.
      kind: Number(row.code.slice(6)) < 400 ? 'administrative' : 'special_unit',
      parentCode: row.areaCode,
      isCurrent: true,
    })),
  ];
}

/** What the id is derived from: the code, unless codes of this sort are known to change; then the name in its place. */
function keyOf(division: Division, parent: Place | null): string {
  const changes = division.kind === 'statistical_zone' || (parent && parent.key !== parent.code);
  return changes && parent ? `${parent.key}:${division.name}` : division.code;
}

function pathOf(place: Place): Place[] {
  return place.parent ? [...pathOf(place.parent), place] : [place];
}

function regionRow(place: Place, sort: number): TableRow {
  const path = pathOf(place);
  const named = path.filter((above) => above.kind !== 'placeholder');
  return {
    id: place.id,
    key: place.key,
    parent_id: place.parent?.id ?? null,
    ancestor_ids: path.map((above) => above.id),
    level: place.level,
    kind: place.kind,
    name: place.name,
    display_name: place.displayName,
    full_name: place.kind === 'placeholder' ? place.displayName : named.map((n) => n.name).join(''),
    ...spell(place.name),
    sort,
    is_current: place.isCurrent,
  };
}

/** Ended codes first, so that a code passes from one region to the next without being held twice. */
function codeRows(
  places: ReadonlyMap<string, Place>,
  history: readonly Record<(typeof HISTORY)[number], string>[],
): TableRow[] {
  const idOf = (key: string): string => stableId(`region:${key}`);
  const schemes = new Map([...places.values()].map((place) => [place.key, schemeOf(place)]));
  const recorded = history.map((entry) => ({
    code: entry.code,
    region_id: idOf(entry.regionKey),
    scheme: schemes.get(entry.regionKey),
    name: entry.name,
    valid_from: entry.validFrom === '' ? null : entry.validFrom,
    valid_to: entry.validTo === '' ? null : entry.validTo,
    successor_region_id: entry.successorKey === '' ? null : idOf(entry.successorKey),
  }));
  const known = new Set(recorded.map((row) => row.code));
  const others = [...places.values()]
    .filter((place) => !known.has(place.code))
    .map((place) => ({
      code: place.code,
      region_id: place.id,
      scheme: schemeOf(place),
      name: place.name,
      valid_from: null,
      valid_to: null,
      successor_region_id: null,
    }));
  return [...recorded, ...others].sort(
    (a, b) => Number(a.valid_to === null) - Number(b.valid_to === null),
  );
}

function schemeOf(place: Place): string {
  return place.kind === 'administrative' && place.level < 4 ? 'gbt2260' : 'statistics';
}
