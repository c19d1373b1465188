import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import type { JobSchedulerJson } from 'bullmq';
import { declaredSchedules, type ScheduleDefinition } from './define-schedule.js';
import { QUEUE_NAMES } from './queue-profiles.js';
import { jobOptions } from './task-queue.js';
import { TaskStore, type TaskEnvelope } from './task-store.js';

/** Keeps the schedules of the queues equal to what the code declares. */
@Injectable()
export class TaskSchedules {
  private readonly logger = new Logger('Tasks');

  constructor(private readonly store: TaskStore) {}

  /**
   * Removes what is no longer declared and writes what is missing or different. An unchanged schedule is left alone: a
   * run that fell due while no worker was up still happens. Idempotent, so it also mends a queue store that was wiped;
   * `keepOthers` leaves what another version of the worker declares, while a deploy is on its way.
   */
  async sync({ keepOthers = false } = {}): Promise<void> {
    const wanted = declaredSchedules();
    for (const name of QUEUE_NAMES) {
      const queue = this.store.queue(name);
      const mine = wanted.filter((schedule) => schedule.task.queue === name);
      const existing = await queue.getJobSchedulers(0, -1, true);
      for (const { key } of existing) {
        if (keepOthers || mine.some((schedule) => schedule.id === key)) continue;
        await queue.removeJobScheduler(key);
        this.logger.log({
          message: 'Removed a schedule that is no longer declared',
          schedule: key,
        });
      }
      for (const schedule of mine) {
        const known = existing.find(({ key }) => key === schedule.id);
        if (known && isSame(known, schedule)) continue;
        await queue.upsertJobScheduler(
          schedule.id,
          { pattern: schedule.cron, tz: schedule.tz },
          {
            name: schedule.task.name,
            data: envelope(schedule),
            opts: jobOptions(schedule.task, {}),
          },
        );
      }
    }
  }
}

function envelope(schedule: ScheduleDefinition): TaskEnvelope {
  return { requestId: null, payload: schedule.payload };
}

function isSame(known: JobSchedulerJson<TaskEnvelope>, schedule: ScheduleDefinition): boolean {
  return (
    known.pattern === schedule.cron &&
    known.tz === schedule.tz &&
    known.name === schedule.task.name &&
    isDeepStrictEqual(known.template?.data, envelope(schedule)) &&
    known.template?.opts?.attempts === schedule.task.attempts
  );
}
