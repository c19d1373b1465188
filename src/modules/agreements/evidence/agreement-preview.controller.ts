import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { FileLinks } from '../../../core/storage/index.js';
import { AgreementDocuments } from './agreement-documents.service.js';
import { madeFileHeaders } from './made-file-headers.js';
import { SignedAgreementReader } from './signed-agreement.reader.js';

export const PREVIEWS_PATH = 'evidence/previews';
const LIMIT = { points: 30, perSeconds: 60 };

/** The text of an agreement that is not sealed, as a PDF that says so on every page; made when it is fetched. */
@Controller(PREVIEWS_PATH)
export class AgreementPreviewController {
  constructor(
    private readonly links: FileLinks,
    private readonly agreements: SignedAgreementReader,
    private readonly documents: AgreementDocuments,
    private readonly limiter: RateLimiter,
  ) {}

  @Get(':id')
  @Public()
  async download(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isUuid(id) || !this.links.isGenuine(`GET ${PREVIEWS_PATH}`, id, query)) {
      throw requestErrors.NOT_FOUND();
    }
    await this.limiter.consume(
      'agreements.preview',
      requestContext().clientAddress ?? 'none',
      LIMIT,
    );
    const agreement = await this.agreements.find(id);
    if (!agreement) throw requestErrors.NOT_FOUND();
    const pdf = await this.documents.render(id, await this.documents.compose(agreement));
    void reply
      .headers(madeFileHeaders(`${agreement.agreementNumber}-未签署.pdf`, 'application/pdf'))
      .send(pdf);
  }
}
