import { Injectable } from '@nestjs/common';
import { CliCommands, type CliOutput } from '../../../core/cli/index.js';
import type { CorpusFile } from './corpus.js';
import { must } from './play-failed.js';

/** Has the modules' own commands do what an operator would type: imports, the index, the recommendations. */
@Injectable()
export class MarketCommands {
  constructor(private readonly commands: CliCommands) {}

  /** The last line each import printed. */
  async import(files: readonly CorpusFile[]): Promise<string[]> {
    const told: string[] = [];
    for (const { kind, format, path } of files)
      told.push(`${format} ${await this.run(`import ${kind}`, [path], { format })}`);
    return told;
  }

  reindex(): Promise<string> {
    return this.run('reindex');
  }

  match(): Promise<string> {
    return this.run('match');
  }

  private async run(
    name: string,
    args: readonly string[] = [],
    options: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const command = this.commands.all().find((candidate) => candidate.name === name);
    must(command !== undefined, `there is a command "${name}"`);
    const lines: string[] = [];
    const output: CliOutput = { line: (text) => void lines.push(text), note: () => undefined };
    const exitCode = (await command.run({ args, options }, output)) ?? 0;
    must(exitCode === 0, `"${name}" ends well: ${lines.join(' ')}`);
    // Lines about single rows come before the sum.
    return lines.find((line) => /^\d/.test(line)) ?? lines[0] ?? '';
  }
}
