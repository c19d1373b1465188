import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import type { AgreementDelegation } from './delegation.model.js';
import type { AgreementPaperCopy } from './paper-copy.model.js';
import type { AgreementSignatory } from './signatory.model.js';
import { SignatoryReader } from './signatory.reader.js';
import type { AgreementSigningLink } from './signing-link.model.js';

@Injectable()
export class AgreementSignatoryLoader extends GroupLoader<string, AgreementSignatory> {
  constructor(private readonly signatories: SignatoryReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementSignatory[]>> {
    return this.signatories.listOfMany(ids);
  }
}

/** Powers of attorney that hold today, by agreement. */
@Injectable()
export class ActiveDelegationLoader extends GroupLoader<string, AgreementDelegation> {
  constructor(private readonly signatories: SignatoryReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementDelegation[]>> {
    return this.signatories.activeDelegationsOf(ids);
  }
}

@Injectable()
export class SignatoryDelegationLoader extends GroupLoader<string, AgreementDelegation> {
  constructor(private readonly signatories: SignatoryReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementDelegation[]>> {
    return this.signatories.delegationsOf(ids);
  }
}

@Injectable()
export class SignatoryLinkLoader extends GroupLoader<string, AgreementSigningLink> {
  constructor(private readonly signatories: SignatoryReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementSigningLink[]>> {
    return this.signatories.linksOf(ids);
  }
}

@Injectable()
export class SignatoryPaperLoader extends GroupLoader<string, AgreementPaperCopy> {
  constructor(private readonly signatories: SignatoryReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementPaperCopy[]>> {
    return this.signatories.papersOf(ids);
  }
}
