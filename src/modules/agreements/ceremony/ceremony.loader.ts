import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import { CeremonyBoardReader } from './ceremony-board.reader.js';
import type { AgreementCeremonyPair } from './ceremony.model.js';

@Injectable()
export class CeremonyPairLoader extends GroupLoader<string, AgreementCeremonyPair> {
  constructor(private readonly board: CeremonyBoardReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementCeremonyPair[]>> {
    return this.board.pairsOf(ids);
  }
}
