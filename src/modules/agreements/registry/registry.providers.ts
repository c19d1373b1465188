import { RegistryCounts } from './registry-counts.service.js';
import { RegistryExport } from './registry-export.service.js';
import { RegistryReader } from './registry.reader.js';
import { RegistryResolver } from './registry.resolver.js';
import { RegistryService } from './registry.service.js';

/** What the module provides for the register of agreements. */
export const REGISTRY = [
  RegistryReader,
  RegistryService,
  RegistryCounts,
  RegistryExport,
  RegistryResolver,
];
