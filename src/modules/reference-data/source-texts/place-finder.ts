/** One region as the finder needs it; `level` 1 province, 2 prefecture, 3 county. */
export interface PlaceRegion {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: number;
  readonly name: string;
}

const SUFFIX =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|省|市|地区|盟|区|县)$/;

/**
 * Finds the region in a place text that runs names together (`江苏省苏州工业园区`, `深圳深圳宝安区宝安`).
 * It walks down the tree: province, prefecture, county; each name may stand with or without its suffix,
 * and a level may be left out. A county alone counts only when its name is unique in the country.
 */
export class PlaceFinder {
  private readonly children = new Map<string | null, PlaceRegion[]>();
  private readonly names = new Map<string, readonly string[]>();
  private readonly byLevel: ReadonlyMap<number, readonly PlaceRegion[]>;
  private readonly cache = new Map<string, string | null>();

  constructor(regions: readonly PlaceRegion[]) {
    for (const region of regions) {
      const siblings = this.children.get(region.parentId) ?? [];
      siblings.push(region);
      this.children.set(region.parentId, siblings);
    }
    const byId = new Map(regions.map((region) => [region.id, region]));
    for (const region of regions) {
      this.names.set(region.id, namesOf(region, byId.get(region.parentId ?? '')));
    }
    this.byLevel = new Map(
      [1, 2, 3].map((level) => [level, regions.filter((r) => r.level === level)]),
    );
  }

  /** The deepest region the text names, or null. */
  find(text: string): string | null {
    const cached = this.cache.get(text);
    if (cached !== undefined) return cached;
    const found = this.search(text.normalize('NFKC').replaceAll(/[\s\-·,，/]/g, ''));
    if (this.cache.size > 50_000) this.cache.clear();
    this.cache.set(text, found);
    return found;
  }

  private search(text: string): string | null {
    const province = this.longestAt(text, this.byLevel.get(1) ?? []);
    const start = province ?? this.longestAt(text, this.byLevel.get(2) ?? []);
    if (!start) return this.uniqueCounty(text);
    let { region, rest } = start;
    for (;;) {
      const below = this.descend(region, rest);
      if (!below) return region.id;
      ({ region, rest } = below);
    }
  }

  /** The next region below: a child, or a grandchild where the text leaves the prefecture out. */
  private descend(region: PlaceRegion, rest: string): { region: PlaceRegion; rest: string } | null {
    const children = this.children.get(region.id) ?? [];
    const direct = this.longestAt(rest, children);
    if (direct) return direct;
    const grandchildren = children.flatMap((child) => this.children.get(child.id) ?? []);
    return this.longestAt(rest, grandchildren);
  }

  private longestAt(
    text: string,
    candidates: readonly PlaceRegion[],
  ): { region: PlaceRegion; rest: string } | null {
    let best: { region: PlaceRegion; rest: string } | null = null;
    let length = 0;
    for (const region of candidates) {
      for (const name of this.names.get(region.id) ?? []) {
        if (name.length > length && text.startsWith(name)) {
          best = { region, rest: text.slice(name.length) };
          length = name.length;
        }
      }
    }
    return best;
  }

  private uniqueCounty(text: string): string | null {
    const matches = (this.byLevel.get(3) ?? []).filter(
      (county) => county.name.length >= 3 && text.startsWith(county.name),
    );
    return matches.length === 1 ? (matches[0]?.id ?? null) : null;
  }
}

/** The ways a region's name is written: in full, without its suffix, and without its parent's name (`苏州` + `工业园区`). */
function namesOf(region: PlaceRegion, parent: PlaceRegion | undefined): string[] {
  const names = [region.name];
  const short = region.name.replace(SUFFIX, '');
  if (short.length >= 2) names.push(short);
  const parentShort = parent?.name.replace(SUFFIX, '');
  if (parentShort && region.name !== parent?.name && region.name.startsWith(parentShort)) {
    const rest = region.name.slice(parentShort.length);
    if (rest.length >= 2) names.push(rest);
  }
  return names;
}
