import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import type { AgreementHistoryEntry, AgreementSignature } from './agreement.model.js';
import type { AgreementClause } from '../negotiation/agreement-version.model.js';
import { AgreementVersionReader } from '../negotiation/agreement-version.reader.js';
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

/** Clauses of the versions that agreements hold now. */
@Injectable()
export class AgreementClauseLoader extends GroupLoader<string, AgreementClause> {
  constructor(private readonly versions: AgreementVersionReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementClause[]>> {
    return this.versions.currentClausesOf(ids);
  }
}
