import type { ReferenceTables } from '../../reference-data/index.js';
import { anyOf, SEARCH_WORDS } from './search-words.js';

/** A region where its name stands. */
export interface PlaceFinding {
  readonly kind: 'REGION';
  readonly id: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Name {
  /** Null where several regions of one level have it. */
  readonly id: string | null;
  readonly level: number;
  /** Short names are common words as well: where they may stand is limited. */
  readonly where: 'ANYWHERE' | 'EITHER_END' | 'ALONE';
}

const LEVELS = ['PROVINCE', 'PREFECTURE', 'COUNTY'] as const;
const SUFFIX = /(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|地区|盟)$/u;
const SHORTEST = 2;
/** Whole names as short as these (和县, 东区) are parts of other words. */
const SHORTEST_ANYWHERE = 3;
const GOES_ON = new RegExp(`^${anyOf(SEARCH_WORDS.placeGoesOn)}`, 'u');

/**
 * Names of regions in a text. A whole name counts anywhere; the short name of a province or city (苏州) at either end of
 * what was typed without spaces, where no word such as 兰州拉面 goes on from it, that of a county-level city (昆山) where it stands alone. A name that two regions of one
 * level share means neither.
 */
export class PlaceNames {
  private readonly names = new Map<string, Name>();
  private readonly longest: number;

  constructor({ regions }: ReferenceTables) {
    for (const region of regions.rows) {
      if (!region.isCurrent || region.kind === 'PLACEHOLDER') continue;
      const at = LEVELS.findIndex((level) => level === region.level);
      const level = at < 0 ? LEVELS.length : at;
      for (const name of new Set([region.displayName, region.name])) {
        const where = name.length < SHORTEST_ANYWHERE ? 'ALONE' : 'ANYWHERE';
        this.add(name, { id: region.id, level, where });
      }
      const short = region.displayName.replace(SUFFIX, '');
      if (level <= 1) this.add(short, { id: region.id, level, where: 'EITHER_END' });
      else if (level === 2 && region.displayName.endsWith('市')) {
        this.add(short, { id: region.id, level, where: 'ALONE' });
      }
    }
    this.longest = Math.max(0, ...[...this.names.keys()].map((name) => name.length));
  }

  /** The regions in a text without spaces, from its beginning; the longest name counts. */
  in(text: string): PlaceFinding[] {
    const found: PlaceFinding[] = [];
    for (let from = 0; from < text.length; from += 1) {
      for (
        let length = Math.min(this.longest, text.length - from);
        length >= SHORTEST;
        length -= 1
      ) {
        const name = text.slice(from, from + length);
        const known = this.names.get(name);
        if (!known?.id || !mayStand(known.where, text, from, length)) continue;
        found.push({ kind: 'REGION', id: known.id, text: name, from, to: from + length });
        from += length - 1;
        break;
      }
    }
    return found;
  }

  private add(name: string, given: Name): void {
    if (name.length < SHORTEST) return;
    const other = this.names.get(name);
    if (other === undefined || given.level < other.level) this.names.set(name, given);
    else if (other.level === given.level && other.id !== given.id) {
      this.names.set(name, { ...other, id: null });
    }
  }
}

function mayStand(where: Name['where'], text: string, from: number, length: number): boolean {
  const [isFirst, isLast] = [from === 0, from + length === text.length];
  if (where === 'ANYWHERE') return true;
  if (where === 'ALONE') return isFirst && isLast;
  return isLast || (isFirst && !GOES_ON.test(text.slice(length)));
}
