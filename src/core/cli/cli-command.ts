import { DiscoveryService } from '@nestjs/core';

export interface CliOption {
  /** As commander writes it: `--format <name>`, `--dry-run`. */
  readonly flags: string;
  readonly description: string;
  readonly default?: string | boolean;
}

export interface CliArgument {
  /** As commander writes it: `<file>` is required, `[file]` is not. */
  readonly name: string;
  readonly description: string;
}

/** What was typed after the name of the command. */
export interface CliInput {
  readonly args: readonly string[];
  /** Options under their camelCase names. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** Where a command speaks to the person at the keyboard. */
export interface CliOutput {
  /** Result: goes to standard output. */
  line(text: string): void;
  /** What is being done: goes to standard error. */
  note(text: string): void;
}

/**
 * A command of `npm run cli`, contributed by a module. Its name may have two words: `import postings`.
 * It runs in its own process with the whole application around it, as the system actor.
 */
export interface CliCommand {
  readonly name: string;
  readonly description: string;
  readonly arguments?: readonly CliArgument[];
  readonly options?: readonly CliOption[];
  /** Resolves with the exit code; nothing means 0. A DomainError thrown is shown as its text. */
  run(input: CliInput, output: CliOutput): Promise<number | void>;
}

/** Marks a provider that implements `CliCommand`. */
export const Command = DiscoveryService.createDecorator();
