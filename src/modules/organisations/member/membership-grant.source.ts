import { Injectable } from '@nestjs/common';
import { GrantSource, type Grant } from '../../../core/auth/index.js';
import { MemberReader } from './member.reader.js';

/** What a person may do for whom: asked with each request, so that a changed role or a lapse acts on the next one. */
@Injectable()
export class MembershipGrantSource extends GrantSource {
  constructor(private readonly members: MemberReader) {
    super();
  }

  override grantsFor(accountId: string): Promise<readonly Grant[]> {
    return this.members.grantsFor(accountId);
  }
}
