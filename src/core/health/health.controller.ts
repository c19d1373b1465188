import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/index.js';
import { Readiness, type ReadinessReport } from './readiness.js';

/** What an orchestrator asks: whether to restart this process, and whether to send it requests. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Looks at nothing but this process: a database that is down is no reason to restart it. */
  @Get('live')
  @Public()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    void reply.header('cache-control', 'no-store').status(report.status === 'unready' ? 503 : 200);
    return report;
  }
}
