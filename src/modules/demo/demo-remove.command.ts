import { Injectable } from '@nestjs/common';
import {
  Command,
  textTable,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../core/cli/index.js';
import { DemoRemoval, type RecordCounts } from './demo-removal.service.js';

@Command()
@Injectable()
export class DemoRemoveCommand implements CliCommand {
  readonly name = 'demo remove';
  readonly description = 'Remove all demo data, and nothing else.';
  readonly options = [
    {
      flags: '--with-dependents',
      description:
        'Also remove what people made on top of demo records, such as applications to demo postings.',
    },
  ];

  constructor(private readonly removal: DemoRemoval) {}

  async run({ options }: CliInput, output: CliOutput): Promise<number> {
    const withDependents = options.withDependents === true;
    const { removed, holding } = await this.removal.remove({ withDependents });
    if (Object.keys(holding).length > 0) {
      output.note('Nothing was removed: records that are not demo refer to demo records.');
      for (const line of table(holding)) output.note(line);
      output.note('Remove them too with --with-dependents.');
      return 1;
    }
    const count = Object.values(removed).reduce((sum, each) => sum + each, 0);
    if (count === 0) output.line('There are no demo data.');
    else
      for (const line of [...table(removed), `${count.toString()} records removed`])
        output.line(line);
    return 0;
  }
}

function table(counts: RecordCounts): readonly string[] {
  return textTable(Object.entries(counts).map(([name, count]) => [name, count.toString()]));
}
