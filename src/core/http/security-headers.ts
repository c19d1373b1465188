import type { FastifyInstance } from 'fastify';
import { GRAPHQL_PATH } from '../graphql/driver-options.js';

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** Headers every answer carries; a controller may set its own instead. */
export function registerSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    for (const [name, value] of Object.entries(HEADERS))
      if (!reply.hasHeader(name)) void reply.header(name, value);
    // Answers are for one person at one moment.
    if (request.routeOptions.url === GRAPHQL_PATH) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
