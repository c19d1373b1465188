import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import {
  ANONYMOUS,
  ApiKeySource,
  GrantSource,
  type Actor,
  type ActorResolver,
  type Credentials,
} from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { bearerToken, comesFromOwnPage, tokenOfCookies } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';
import { isSessionToken, type SessionChannel } from './session.rules.js';

/**
 * Finds who sends a request: by bearer token (a session of an API client, or an organisation's key) or by the portal's
 * cookie, which counts only on requests of our own pages. One statement for session, account and grants.
 */
@Injectable()
export class SessionActorResolver implements ActorResolver {
  private sources: { grants: GrantSource | null; keys: ApiKeySource | null } | undefined;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly discovery: DiscoveryService,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  async resolve(credentials: Credentials): Promise<Actor> {
    if (credentials.authorization !== undefined) {
      const token = bearerToken(credentials.authorization);
      if (token === null) return ANONYMOUS;
      if (isSessionToken(token)) return this.ofSession(token, 'API');
      return (await this.source().keys?.actorForKey(token)) ?? ANONYMOUS;
    }
    const token = tokenOfCookies(credentials.cookie);
    if (token === null || !isSessionToken(token)) return ANONYMOUS;
    const { isProduction, env } = this.config;
    if (!comesFromOwnPage(credentials, { origin: env.APP_ORIGIN, isProduction })) return ANONYMOUS;
    return this.ofSession(token, 'PORTAL');
  }

  private async ofSession(token: string, channel: SessionChannel): Promise<Actor> {
    const { grants } = this.source();
    const found = await this.sessions.findLive(token, channel, this.clock.now(), grants);
    if (!found) return ANONYMOUS;
    const { needsConsent, ...session } = found;
    return {
      kind: 'ACCOUNT',
      ...session,
      apiKeyId: null,
      scopes: null,
      ...(needsConsent && { owesConsent: true }),
    };
  }

  /** Memberships and keys belong to modules above this one: whoever provides them is found, not imported. */
  private source(): { grants: GrantSource | null; keys: ApiKeySource | null } {
    this.sources ??= {
      grants: this.find((instance) => instance instanceof GrantSource),
      keys: this.find((instance) => instance instanceof ApiKeySource),
    };
    return this.sources;
  }

  private find<T>(is: (instance: unknown) => instance is T): T | null {
    for (const { instance } of this.discovery.getProviders()) {
      if (is(instance as unknown)) return instance as T;
    }
    return null;
  }
}
