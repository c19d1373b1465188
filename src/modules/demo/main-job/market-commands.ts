import { Injectable } from '@nestjs/common';
import { CliCommands, type CliOutput } from '../../../core/cli/index.js';
import type { CorpusFile } from './corpus.js';
import { must } from './play-failed.js';

export interface ImportOutcome {
  readonly told: string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Has the modules' own commands do what an operator would type: the index, imports and recommendations. */
@Injectable()
export class MarketCommands {
  constructor(private readonly commands: CliCommands) {}

  async import(files: readonly CorpusFile[]): Promise<ImportOutcome[]> {
    const outcomes: ImportOutcome[] = [];
    for (const { kind, format, path } of files) {
      const told = await this.run(`import ${kind}`, [path], { format });
      const [rows, created, updated, unchanged] = numbers(
        told,
        /^(\d+) rows in [\d.]+ s: (\d+) new, (\d+) changed, (\d+) unchanged/,
      );
      outcomes.push({ told: `${format} ${kind} ${told}`, rows, created, updated, unchanged });
    }
    return outcomes;
  }

  reindex(): Promise<string> {
    return this.run('reindex');
  }

  async match(): Promise<{ readonly told: string; readonly peopleCount: number }> {
    const told = await this.run('match');
    const [peopleCount] = numbers(told, /of (\d+) people/);
    return { told, peopleCount };
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

function numbers(told: string, pattern: RegExp): [number, number, number, number] {
  const [first, second = 0, third = 0, fourth = 0] = (pattern.exec(told) ?? [])
    .slice(1)
    .map(Number);
  must(first !== undefined, `a command tells what it did: ${told}`);
  return [first, second, third, fourth];
}
