import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { Injectable } from '@nestjs/common';
import { ReferenceReader, type ReferenceTables } from '../../reference-data/index.js';
import { foldedText } from './folded-text.js';

/** Longer names are phrases: they are found by the words they are made of. */
const LONGEST = 4;
/** As frequent as common words of the dictionary, so that a name is not torn apart. */
const FREQUENCY = 2_000;

/** Cuts Chinese into words, with the names of the code tables known to the dictionary. */
@Injectable()
export class WordCutter {
  private jieba: Jieba | undefined;
  private learnt: ReferenceTables | undefined;

  constructor(private readonly reference: ReferenceReader) {}

  /** The words of a run of characters, in their order and without gaps. */
  async cut(run: string): Promise<readonly string[]> {
    return (await this.dictionary()).cut(run, false);
  }

  private async dictionary(): Promise<Jieba> {
    const tables = await this.reference.tables();
    if (this.jieba === undefined || this.learnt !== tables) {
      this.jieba = Jieba.withDict(dict);
      this.jieba.loadDict(Buffer.from(domainWords(tables).join('')));
      this.learnt = tables;
    }
    return this.jieba;
  }
}

function domainWords({ occupations, majors, regions, industries }: ReferenceTables): string[] {
  const names = [
    ...occupations.rows.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...[...majors.rows, ...industries.rows].map(({ name }) => name),
    ...regions.rows.map(({ displayName }) => displayName),
  ];
  const words = new Set(names.flatMap((name) => foldedText(name).match(/\p{Script=Han}+/gu) ?? []));
  return [...words]
    .filter((word) => word.length >= 2 && word.length <= LONGEST)
    .map((word) => `${word} ${FREQUENCY} n\n`);
}
