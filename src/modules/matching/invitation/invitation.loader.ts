import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import { InvitationReader } from './invitation.reader.js';

/** When the person of an account was invited to a posting, by `invitationKey`. */
@Injectable()
export class InvitationLoader extends BatchLoader<string, Date> {
  constructor(private readonly reader: InvitationReader) {
    super();
  }

  protected override batch(keys: readonly string[]): Promise<Map<string, Date>> {
    const pairs = keys.map((key) => {
      const [accountId = '', jobPostingId = ''] = key.split(' ');
      return { accountId, jobPostingId };
    });
    return this.reader.sentToAccounts(pairs);
  }
}
