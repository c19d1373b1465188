import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../core/graphql/index.js';
import type { AgreementHistoryEntry, AgreementSignature } from './agreement.model.js';
import { AgreementReader } from './agreement.reader.js';

@Injectable()
export class AgreementSignatureLoader extends GroupLoader<string, AgreementSignature> {
  constructor(private readonly agreements: AgreementReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementSignature[]>> {
    return this.agreements.signaturesOf(ids);
  }
}

@Injectable()
export class AgreementHistoryLoader extends GroupLoader<string, AgreementHistoryEntry> {
  constructor(private readonly agreements: AgreementReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementHistoryEntry[]>> {
    return this.agreements.historyOf(ids);
  }
}
