import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../../core/auth/index.js';
import { isUuid } from '../../../../core/clock/index.js';
import { requestContext } from '../../../../core/context/index.js';
import { requestErrors } from '../../../../core/errors/index.js';
import { RateLimiter } from '../../../../core/rate-limit/index.js';
import { FileLinks } from '../../../../core/storage/index.js';
import { madeFileHeaders } from '../made-file-headers.js';
import { EvidenceBundles } from './evidence-bundle.service.js';

export const BUNDLES_PATH = 'evidence/bundles';
const TYPE = 'application/json; charset=utf-8';
const LIMIT = { points: 30, perSeconds: 60 };

/** The evidence of a sealed agreement, by an address that was given to somebody who sees it. */
@Controller(BUNDLES_PATH)
export class EvidenceBundleController {
  constructor(
    private readonly links: FileLinks,
    private readonly bundles: EvidenceBundles,
    private readonly limiter: RateLimiter,
  ) {}

  @Get(':id')
  @Public()
  async download(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isUuid(id) || !this.links.isGenuine(`GET ${BUNDLES_PATH}`, id, query)) {
      throw requestErrors.NOT_FOUND();
    }
    await this.limiter.consume(
      'agreements.bundle',
      requestContext().clientAddress ?? 'none',
      LIMIT,
    );
    const bundle = await this.bundles.of(id);
    if (!bundle) throw requestErrors.NOT_FOUND();
    void reply
      .headers(madeFileHeaders(`${bundle.agreementNumber}-存证.json`, TYPE))
      .send(bundle.text);
  }
}
