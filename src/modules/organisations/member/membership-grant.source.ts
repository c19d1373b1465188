import { Injectable } from '@nestjs/common';
import type { Expression, RawBuilder } from 'kysely';
import { GrantSource, type Grant } from '../../../core/auth/index.js';
import { MemberReader } from './member.reader.js';

/** What a person may do for whom: asked with each request, so that a changed role or a lapse acts on the next one. */
@Injectable()
export class MembershipGrantSource extends GrantSource {
  constructor(private readonly members: MemberReader) {
    super();
  }

  override grantsOf(accountId: Expression<string>): RawBuilder<readonly Grant[]> {
    return this.members.grantsOf(accountId);
  }

  override grantsFor(accountId: string): Promise<readonly Grant[]> {
    return this.members.grantsFor(accountId);
  }
}
