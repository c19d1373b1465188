import type { Occupation, ReferenceTables } from '../../reference-data/index.js';
import { compact, foldedText } from '../text/folded-text.js';

/**
 * Occupations by their names and what people call them. A name that several share means none of them, unless one has all
 * the others below it.
 */
export class OccupationNames {
  private readonly byName = new Map<string, Occupation | null>();

  constructor({ occupations }: Pick<ReferenceTables, 'occupations'>) {
    for (const occupation of occupations.rows) {
      for (const name of new Set([occupation.name, ...occupation.aliases].map(keyOf))) {
        const other = this.byName.get(name);
        if (other !== null) this.byName.set(name, other ? widerOf(other, occupation) : occupation);
      }
    }
  }

  named(text: string): Occupation | null {
    return this.byName.get(keyOf(text)) ?? null;
  }
}

function widerOf(one: Occupation, other: Occupation): Occupation | null {
  if (other.code.startsWith(`${one.code}-`)) return one;
  return one.code.startsWith(`${other.code}-`) ? other : null;
}

const keyOf = (name: string): string => compact(foldedText(name));
