import { Controller, Get, NotFoundException, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/index.js';
import { AppConfig } from '../config/index.js';
import { DevelopmentMessagesRepository } from './development-messages.repository.js';
import { developmentMessagesPage } from './development-messages.page.js';

const SHOWN = 100;
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Where developers and people trying the demo read mail and codes that were sent nowhere. Not part of production. */
@Controller('dev/messages')
export class DevelopmentMessagesController {
  constructor(
    private readonly config: AppConfig,
    private readonly messages: DevelopmentMessagesRepository,
  ) {}

  @Get()
  @Public()
  async show(@Res() reply: FastifyReply, @Query('to') to?: string | string[]): Promise<void> {
    if (this.config.isProduction) throw new NotFoundException();
    const recipient = typeof to === 'string' ? to.trim().slice(0, 320) : '';
    const messages = await this.messages.latest(SHOWN, recipient === '' ? undefined : recipient);
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-store')
      .send(developmentMessagesPage(messages, recipient));
  }
}
