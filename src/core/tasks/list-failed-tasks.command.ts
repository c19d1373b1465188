import { Injectable } from '@nestjs/common';
import { Command, type CliCommand, type CliInput, type CliOutput } from '../cli/index.js';
import { DeadTasks } from './dead-tasks.js';

@Command()
@Injectable()
export class ListFailedTasksCommand implements CliCommand {
  readonly name = 'tasks list-failed';
  readonly description = 'Background tasks that were given up, newest first, and why';

  constructor(private readonly deadTasks: DeadTasks) {}

  async run(_input: CliInput, output: CliOutput): Promise<void> {
    const dead = await this.deadTasks.list();
    for (const { id, task, reason, attempts, failedAt, payload } of dead) {
      output.line(
        [id, task, failedAt?.toISOString() ?? '-', attempts, reason, JSON.stringify(payload)].join(
          '\t',
        ),
      );
    }
    output.note(dead.length === 0 ? 'No failed tasks.' : `${dead.length} failed task(s).`);
  }
}
