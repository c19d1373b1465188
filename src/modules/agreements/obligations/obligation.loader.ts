import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import { ObligationFiguresReader } from './obligation-figures.reader.js';
import type { AgreementObligation, ObligationEntry, ObligationRecord } from './obligation.model.js';

/** Obligations by agreement. */
@Injectable()
export class ObligationLoader extends GroupLoader<string, AgreementObligation> {
  constructor(private readonly figures: ObligationFiguresReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementObligation[]>> {
    return this.figures.listOfMany(ids);
  }
}

/** Records by `agreement/key`. */
@Injectable()
export class ObligationRecordLoader extends GroupLoader<string, ObligationRecord> {
  constructor(private readonly figures: ObligationFiguresReader) {
    super();
  }

  protected override batch(places: readonly string[]): Promise<Map<string, ObligationRecord[]>> {
    return this.figures.recordsOf(places);
  }
}

/** Entries by `agreement/key`. */
@Injectable()
export class ObligationEntryLoader extends GroupLoader<string, ObligationEntry> {
  constructor(private readonly figures: ObligationFiguresReader) {
    super();
  }

  protected override batch(places: readonly string[]): Promise<Map<string, ObligationEntry[]>> {
    return this.figures.entriesOf(places);
  }
}
