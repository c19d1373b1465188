import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { calendarDay, Clock } from '../../../core/clock/index.js';
import { ConfirmedCollegesLoader } from '../audience/confirmed-colleges.loader.js';
import type { PostingViewer } from './job-posting.policy.js';

/** Makes of an actor the viewer that `visibleWhere` asks for. */
@Injectable()
export class PostingViewers {
  constructor(
    private readonly colleges: ConfirmedCollegesLoader,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<PostingViewer> {
    const now = this.clock.now();
    const collegeIds =
      actor.accountId === null ? [] : ((await this.colleges.load(actor.accountId)) ?? []);
    return { actor, collegeIds, now, today: calendarDay(now) };
  }
}
