import { Injectable, Logger } from '@nestjs/common';
import { MatchMarket } from './match-market.js';
import { MatchPeople } from './match-people.js';

/** Reads the market ahead of its first use, beside the other work of the process: who asks earlier shares the reading. */
@Injectable()
export class MatchWarmUp {
  private readonly logger = new Logger(MatchWarmUp.name);

  constructor(
    private readonly market: MatchMarket,
    private readonly people: MatchPeople,
  ) {}

  /** What the API answers from. */
  async postings(): Promise<void> {
    await this.tryTo(() => this.market.engine());
  }

  /** What the worker works with. */
  async everything(): Promise<void> {
    await this.postings();
    await this.tryTo(() => this.people.everybody());
  }

  private async tryTo(read: () => Promise<unknown>): Promise<void> {
    try {
      await read();
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      this.logger.warn(`The market could not be read; the first use tries again: ${reason}`);
    }
  }
}
