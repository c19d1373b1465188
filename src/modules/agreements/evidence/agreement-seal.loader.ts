import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import { AgreementSealRepository, type AgreementSeal } from './agreement-seal.repository.js';

@Injectable()
export class AgreementSealLoader extends BatchLoader<string, AgreementSeal> {
  constructor(private readonly seals: AgreementSealRepository) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, AgreementSeal>> {
    return new Map((await this.seals.findMany(ids)).map((seal) => [seal.agreementId, seal]));
  }
}
