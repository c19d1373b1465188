import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { GrantSource, type Actor } from '../../core/auth/index.js';

/** The receiver as the one who asks, with the rights of the moment: what he may not see is not sent to him. */
@Injectable()
export class ReceiverActors {
  private source: GrantSource | null = null;

  constructor(private readonly discovery: DiscoveryService) {}

  async of(accountId: string): Promise<Actor> {
    return {
      kind: 'ACCOUNT',
      accountId,
      sessionId: null,
      apiKeyId: null,
      // Mails say no more to an administrator of the platform than to anybody else.
      isAdministrator: false,
      grants: await this.grants().grantsFor(accountId),
      scopes: null,
    };
  }

  private grants(): GrantSource {
    this.source ??= this.find();
    return this.source;
  }

  private find(): GrantSource {
    for (const { instance } of this.discovery.getProviders())
      if ((instance as unknown) instanceof GrantSource) return instance as GrantSource;
    throw new Error('No module says what accounts may do');
  }
}
