import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Seeding } from './seeding.service.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [Seeding], exports: [Seeding] })
export class SeedingModule {}
