import { AsyncResource } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS, type ActorResolver } from '../auth/index.js';
import { runInContext, type RequestContext } from '../context/index.js';
import { uuidv7 } from '../clock/index.js';
import { preferredLocale } from './preferred-locale.js';

const REQUEST_ID = /^[\w.:-]{8,64}$/;
const USER_AGENT_LENGTH = 300;

/** Where the hook keeps what it made between its two steps. */
interface InHand {
  context: RequestContext;
  scope: AsyncResource;
}

/**
 * Gives every request its context, and asks who sends it: once, after the body was read (so that what is refused for
 * its size costs no query) and before anything of ours runs. Requests without credentials ask nobody.
 */
export function registerRequestContext(
  fastify: FastifyInstance,
  actors: () => ActorResolver | null,
): void {
  const inHand = new WeakMap<FastifyRequest, InHand>();

  fastify.addHook('onRequest', (request, reply, done) => {
    const requestId = requestIdOf(request);
    void reply.header('x-request-id', requestId);
    const context: RequestContext = {
      requestId,
      locale: preferredLocale(request.headers['accept-language']),
      clientAddress: request.ip,
      userAgent: request.headers['user-agent']?.slice(0, USER_AGENT_LENGTH) ?? null,
      actor: ANONYMOUS,
    };
    runInContext(context, () => {
      inHand.set(request, { context, scope: new AsyncResource('request') });
      done();
    });
  });

  fastify.addHook('preValidation', (request, _reply, done) => {
    const known = inHand.get(request);
    if (!known) {
      done();
      return;
    }
    // Reading a body continues in the scope of the socket: step back into that of the request.
    known.scope.runInAsyncScope(() => {
      const { authorization, cookie, origin, 'sec-fetch-site': site } = request.headers;
      const resolver = authorization === undefined && cookie === undefined ? null : actors();
      if (!resolver) {
        done();
        return;
      }
      const secFetchSite = typeof site === 'string' ? site : undefined;
      resolver.resolve({ authorization, cookie, origin, secFetchSite }).then(
        (actor) => runInContext({ ...known.context, actor }, () => done()),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    });
  });
}

/** The id a proxy or client gave the request, when it is short and plain; else a new one. */
function requestIdOf(request: FastifyRequest): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : uuidv7(Date.now());
}
