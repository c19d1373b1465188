import type { NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UnknownElementException } from '@nestjs/core/errors/exceptions/index.js';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { ActorResolver } from '../auth/index.js';
import { uuidv7 } from '../clock/index.js';
import { inputErrors } from '../errors/index.js';
import { GRAPHQL_PATH } from '../graphql/driver-options.js';
import { registerPortalFiles } from '../portal/index.js';
import { preferredLocale } from './preferred-locale.js';
import { registerRequestContext } from './request-context.hook.js';
import { registerSecurityHeaders } from './security-headers.js';

const KIB = 1024;
/** A GraphQL request is text, at most some thousand ids; files go through the upload routes, which set their own limit. */
export const GRAPHQL_BODY_LIMIT = 256 * KIB;
const BODY_LIMIT = 1024 * KIB;
/** Time to receive a request in full; slower ones hold a connection for nothing. */
const REQUEST_TIMEOUT_MS = 120_000;

export interface HttpApplicationOptions extends NestApplicationOptions {
  /** As `TRUST_PROXY` says it: hops, addresses or "loopback". */
  readonly trustProxy?: string | undefined;
}

/** The API process around a root module: server, limits of requests, context of requests. Not yet initialised. */
export async function createHttpApplication(
  module: Type | Parameters<typeof NestFactory.create>[0],
  { trustProxy, ...options }: HttpApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const server: FastifyServerOptions = {
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: refuseAddress,
  };
  if (trustProxy !== undefined) server.trustProxy = proxyTrust(trustProxy);
  const adapter = new FastifyAdapter(server);
  const fastify = adapter.getInstance();
  fastify.addHook('onRoute', (route) => {
    if (route.url === GRAPHQL_PATH) route.bodyLimit = GRAPHQL_BODY_LIMIT;
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    ...options,
  });
  registerRequestContext(fastify, actorResolver(app));
  registerSecurityHeaders(fastify);
  await registerPortalFiles(fastify);
  return app;
}

/** An address that cannot be read is refused before any hook has run: there is no context yet. */
function refuseAddress(
  _error: FastifyError,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = inputErrors.MALFORMED();
  const message = refusal.text(preferredLocale(headers['accept-language']));
  const requestId = uuidv7(Date.now());
  void reply
    .status(400)
    .send({ error: { message, code: 'BAD_USER_INPUT', reason: refusal.code, requestId } });
}

/** A number of hops trusts that many proxies nearest to us: right only where nobody reaches us without them. */
function proxyTrust(text: string): NonNullable<FastifyServerOptions['trustProxy']> {
  if (!/^\d+$/.test(text)) return text;
  const hops = Number(text);
  return (_address, hop) => hop < hops;
}

/** The module that knows the sessions provides the resolver; without one, everybody is anonymous. */
function actorResolver(app: NestFastifyApplication): () => ActorResolver | null {
  let found: { resolver: ActorResolver | null } | undefined;
  return () => (found ??= { resolver: findResolver(app) }).resolver;
}

function findResolver(app: NestFastifyApplication): ActorResolver | null {
  try {
    return app.get(ActorResolver, { strict: false });
  } catch (error) {
    if (error instanceof UnknownElementException) return null;
    throw error;
  }
}
