import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** One line for each answered request: what was asked of which route, how it ended, how long it took. */
export function registerRequestLog(fastify: FastifyInstance): void {
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const entry = {
      message: 'Answered',
      requestId: String(reply.getHeader('x-request-id') ?? ''),
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    };
    // Probes come every few seconds and say nothing new.
    if (route.startsWith('/health/')) logger.debug(entry);
    else logger.log(entry);
    done();
  });
}
