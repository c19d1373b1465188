import { Injectable } from '@nestjs/common';
import { Command, type CliCommand, type CliInput, type CliOutput } from '../cli/index.js';
import { DeadTasks } from './dead-tasks.js';

@Command()
@Injectable()
export class RedriveTasksCommand implements CliCommand {
  readonly name = 'tasks redrive';
  readonly description = 'Have failed background tasks tried anew';
  readonly arguments = [
    {
      name: '[id...]',
      description: 'Ids as `tasks list-failed` shows them; all of them when left out',
    },
  ];

  constructor(private readonly deadTasks: DeadTasks) {}

  async run({ args }: CliInput, output: CliOutput): Promise<number> {
    if (args.length === 0) {
      output.note(`${await this.deadTasks.redriveAll()} task(s) will be tried anew.`);
      return 0;
    }
    let unknown = 0;
    for (const id of args) {
      const isFound = await this.deadTasks.redrive(id);
      output.line(`${id}\t${isFound ? 'will be tried anew' : 'is not a failed task'}`);
      if (!isFound) unknown += 1;
    }
    return unknown === 0 ? 0 : 1;
  }
}
