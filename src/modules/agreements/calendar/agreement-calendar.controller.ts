import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { attachmentDisposition, FileLinks } from '../../../core/storage/index.js';
import { AgreementCalendars } from './agreement-calendars.service.js';

export const CALENDARS_PATH = 'agreements/calendars';
const LIMIT = { points: 30, perSeconds: 60 };

/** The days of an agreement, for the calendar of a phone or a desk; made when it is fetched. */
@Controller(CALENDARS_PATH)
export class AgreementCalendarController {
  constructor(
    private readonly links: FileLinks,
    private readonly calendars: AgreementCalendars,
    private readonly limiter: RateLimiter,
  ) {}

  @Get(':id')
  @Public()
  async download(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isUuid(id) || !this.links.isGenuine(`GET ${CALENDARS_PATH}`, id, query)) {
      throw requestErrors.NOT_FOUND();
    }
    const { clientAddress, locale } = requestContext();
    await this.limiter.consume('agreements.calendar', clientAddress ?? 'none', LIMIT);
    const calendar = await this.calendars.of(id, locale);
    if (!calendar) throw requestErrors.NOT_FOUND();
    void reply
      .headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': attachmentDisposition(`${calendar.agreementNumber}.ics`),
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'private, no-store',
      })
      .send(calendar.text);
  }
}
