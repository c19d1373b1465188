import { randomUUID } from 'node:crypto';
import { Command as Program, CommanderError } from 'commander';
import { ConfigError } from '../config/index.js';
import { requestContext, runInContext, systemContext } from '../context/index.js';
import { DomainError } from '../errors/index.js';
import type { CliCommand, CliOutput } from './cli-command.js';

const standardOutput: CliOutput = {
  line: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
};

/** Parses a command line against the commands, runs the one that is meant and gives the exit code. */
export async function runCommandLine(
  commands: readonly CliCommand[],
  argv: readonly string[],
  output: CliOutput = standardOutput,
): Promise<number> {
  let exitCode = 0;
  const program = emptyProgram(output)
    .name('npm run cli --')
    .description('Commands of a Gongqiao installation.');
  for (const command of commands) {
    const parsed = parentOf(program, command, output)
      .command(command.name.split(' ').at(-1) ?? command.name)
      .description(command.description);
    for (const { name, description } of command.arguments ?? []) parsed.argument(name, description);
    for (const option of command.options ?? []) {
      parsed.option(option.flags, option.description, option.default);
    }
    parsed.action(async () => {
      const input = { args: parsed.args, options: parsed.opts<Record<string, string | boolean>>() };
      exitCode = await runInContext(systemContext(randomUUID()), async () => {
        return (await command.run(input, output)) ?? 0;
      });
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof DomainError) {
      output.note(`${error.code}: ${error.text(requestContext().locale)}`);
      return 1;
    }
    if (error instanceof ConfigError) {
      output.note(error.message);
      return 1;
    }
    throw error;
  }
}

function emptyProgram(output: CliOutput): Program {
  return new Program()
    .exitOverride()
    .showHelpAfterError()
    .configureOutput({
      writeOut: (text) => {
        output.line(text.trimEnd());
      },
      writeErr: (text) => {
        output.note(text.trimEnd());
      },
    });
}

/** `import postings` stands below a group `import` that exists once. */
function parentOf(program: Program, { name }: CliCommand, output: CliOutput): Program {
  const [group, command] = name.split(' ');
  if (group === undefined || command === undefined) return program;
  const known = program.commands.find((candidate) => candidate.name() === group);
  if (known !== undefined) return known;
  const made = emptyProgram(output).name(group).description(`Commands about ${group}.`);
  program.addCommand(made);
  return made;
}
