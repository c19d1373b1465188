import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { writeTemplate, type TemplateFormat } from './posting-template.js';

const MEDIA_TYPES: Readonly<Record<TemplateFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Validity written into the example, in days. */
const EXAMPLE_DAYS = 60;

/** The empty table of postings to fill in. */
@Controller('templates')
export class TemplateController {
  constructor(private readonly clock: Clock) {}

  @Get('job-postings.:format')
  @Public()
  async download(@Param('format') format: string, @Res() reply: FastifyReply): Promise<void> {
    if (format !== 'xlsx' && format !== 'csv') throw requestErrors.NOT_FOUND();
    const lastDay = new Date(`${this.clock.today()}T00:00:00Z`);
    lastDay.setUTCDate(lastDay.getUTCDate() + EXAMPLE_DAYS);
    const bytes = await writeTemplate(format, lastDay.toISOString().slice(0, 10));
    void reply
      .headers({
        'content-type': MEDIA_TYPES[format],
        'content-disposition': `attachment; filename="job-postings.${format}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=3600',
      })
      .send(bytes);
  }
}
