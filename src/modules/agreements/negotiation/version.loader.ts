import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import type { AgreementClause, AgreementVersion } from './agreement-version.model.js';
import { VersionTextReader } from './version-text.reader.js';

@Injectable()
export class AgreementVersionLoader extends GroupLoader<string, AgreementVersion> {
  constructor(private readonly texts: VersionTextReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementVersion[]>> {
    return this.texts.versionsOf(ids);
  }
}

/** Clauses of a version, by `agreement/number`. */
@Injectable()
export class VersionClauseLoader extends GroupLoader<string, AgreementClause> {
  constructor(private readonly texts: VersionTextReader) {
    super();
  }

  protected override batch(keys: readonly string[]): Promise<Map<string, AgreementClause[]>> {
    return this.texts.clausesOf(keys);
  }
}
