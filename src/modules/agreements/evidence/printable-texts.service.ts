import { Injectable } from '@nestjs/common';
import { AgreementDocuments } from './agreement-documents.service.js';
import { SignedAgreementReader } from './signed-agreement.reader.js';

/** Whether the text of an agreement can be printed whole: asked before it is put forward to be signed. */
@Injectable()
export class PrintableTexts {
  constructor(
    private readonly agreements: SignedAgreementReader,
    private readonly documents: AgreementDocuments,
  ) {}

  async require(agreementId: string): Promise<void> {
    const agreement = await this.agreements.find(agreementId);
    if (agreement) this.documents.requirePrintable(await this.documents.compose(agreement));
  }
}
