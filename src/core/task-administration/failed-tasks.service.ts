import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { requestErrors } from '../errors/index.js';
import { DeadTasks } from '../tasks/index.js';
import { failedTask, MAX_FAILED_TASKS, type FailedTask } from './failed-task.model.js';

/** New failures push older ones down between looking and acting: more are looked through than are shown. */
const MAX_SEARCHED = 1_000;

/** The administrator's view of dead tasks. */
@Injectable()
export class FailedTasksService {
  constructor(
    private readonly deadTasks: DeadTasks,
    private readonly audit: AuditTrail,
  ) {}

  /** The newest ones of all queues. */
  async list(): Promise<FailedTask[]> {
    return (await this.deadTasks.list(MAX_FAILED_TASKS)).slice(0, MAX_FAILED_TASKS).map(failedTask);
  }

  /** Notes who has which tasks tried anew, before it is done: the queue takes part in no transaction. */
  async note(ids: readonly string[]): Promise<object> {
    const dead = new Map((await this.deadTasks.list(MAX_SEARCHED)).map((t) => [t.id, t]));
    for (const [index, id] of ids.entries()) {
      const found = dead.get(id);
      if (!found) throw requestErrors.NOT_FOUND({ field: ['ids', String(index)] });
      await this.audit.append({
        action: 'redriveFailedTask',
        subjectType: 'task',
        detail: { task: found.task, queue: found.queue, taskId: id },
      });
    }
    return {};
  }

  /** Those that were still there to be tried anew. */
  async redrive(ids: readonly string[]): Promise<string[]> {
    const redriven: string[] = [];
    for (const id of ids) if (await this.deadTasks.redrive(id)) redriven.push(id);
    return redriven;
  }
}
