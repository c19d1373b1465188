import { Injectable } from '@nestjs/common';
import { Seeding } from '../seeding/index.js';
import { Command, type CliCommand, type CliInput, type CliOutput } from './cli-command.js';

@Command()
@Injectable()
export class SeedCommand implements CliCommand {
  readonly name = 'seed';
  readonly description =
    'Load the code tables, and in demo mode the demo data, where they are missing.';

  constructor(private readonly seeding: Seeding) {}

  async run(_input: CliInput, output: CliOutput): Promise<void> {
    const ran = await this.seeding.run((text) => {
      output.note(text);
    });
    output.line(ran.length === 0 ? 'Nothing to load' : `Loaded: ${ran.join(', ')}`);
  }
}
