import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../clock/index.js';
import { UnitOfWork } from '../database/index.js';

export type DevelopmentChannel = 'EMAIL' | 'SMS';

export interface DevelopmentMessage {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** The only user of development_messages: what an installation without mail server or SMS gateway would have sent. */
@Injectable()
export class DevelopmentMessagesRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async keep(message: {
    readonly channel: DevelopmentChannel;
    readonly recipient: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void> {
    await this.uow.sql
      .insertInto('development_messages')
      .values({ ...message, id: this.ids.next(), created_at: this.clock.now() })
      .execute();
  }

  /** The newest first; all, or those to one receiver. */
  latest(limit: number, recipient?: string): Promise<DevelopmentMessage[]> {
    return this.uow.sql
      .selectFrom('development_messages')
      .select(['id', 'channel', 'recipient', 'subject', 'body', 'created_at as createdAt'])
      .$if(recipient !== undefined, (query) => query.where('recipient', '=', recipient ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }

  async purgeBefore(instant: Date): Promise<void> {
    await this.uow.sql
      .deleteFrom('development_messages')
      .where('created_at', '<', instant)
      .execute();
  }
}
