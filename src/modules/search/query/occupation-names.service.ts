import { Injectable } from '@nestjs/common';
import {
  ReferenceReader,
  type Occupation,
  type ReferenceTables,
} from '../../reference-data/index.js';
import { compact, foldedText } from '../text/folded-text.js';

type Named = ReadonlyMap<string, readonly Occupation[]>;

/** Occupations by their names and what people call them. */
@Injectable()
export class OccupationNames {
  private kept: { readonly tables: ReferenceTables; readonly named: Named } | undefined;

  constructor(private readonly reference: ReferenceReader) {}

  /** All that are called so. */
  async called(text: string): Promise<readonly Occupation[]> {
    const tables = await this.reference.tables();
    if (this.kept?.tables !== tables) this.kept = { tables, named: namesOf(tables) };
    return this.kept.named.get(keyOf(text)) ?? [];
  }

  /** The one that is meant. A name that several share means none of them, unless one has all the others below it. */
  async named(text: string): Promise<Occupation | null> {
    const all = await this.called(text);
    const widest = all.filter((one) =>
      all.every((other) => other === one || other.code.startsWith(`${one.code}-`)),
    );
    return widest[0] ?? null;
  }
}

function namesOf({ occupations }: ReferenceTables): Named {
  const named = new Map<string, Occupation[]>();
  for (const occupation of occupations.rows) {
    for (const name of new Set([occupation.name, ...occupation.aliases].map(keyOf))) {
      const others = named.get(name);
      if (others) others.push(occupation);
      else named.set(name, [occupation]);
    }
  }
  return named;
}

const keyOf = (name: string): string => compact(foldedText(name));
