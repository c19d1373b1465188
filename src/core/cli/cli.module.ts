import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CliCommands } from './cli-commands.js';
import { SeedCommand } from './seed.command.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [CliCommands, SeedCommand],
  exports: [CliCommands],
})
export class CliModule {}
