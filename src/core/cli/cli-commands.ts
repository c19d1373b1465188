import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Command, type CliCommand } from './cli-command.js';

/** The commands that modules contribute. */
@Injectable()
export class CliCommands {
  constructor(private readonly discovery: DiscoveryService) {}

  all(): readonly CliCommand[] {
    const commands = this.discovery
      .getProviders({ metadataKey: Command.KEY })
      .map(({ instance }) => instance as CliCommand | null)
      .filter((instance) => instance !== null)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
    const twice = commands.find(({ name }, index) => commands[index + 1]?.name === name);
    if (twice !== undefined) throw new Error(`Two commands are called "${twice.name}"`);
    return commands;
  }
}
