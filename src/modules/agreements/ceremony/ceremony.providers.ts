import { CeremonyBoardReader } from './ceremony-board.reader.js';
import { CeremonyFieldsResolver, CeremonySignerResolver } from './ceremony-fields.resolver.js';
import { CeremonyStreams } from './ceremony-streams.service.js';
import { CeremonyListener } from './ceremony.listener.js';
import { CeremonyPairLoader } from './ceremony.loader.js';
import { CeremonyReader } from './ceremony.reader.js';
import { CeremonyRepository } from './ceremony.repository.js';
import { CeremonyResolver } from './ceremony.resolver.js';
import { CeremonyService } from './ceremony.service.js';

/** What the module provides for ceremonies. */
export const CEREMONY = [
  CeremonyReader,
  CeremonyBoardReader,
  CeremonyPairLoader,
  CeremonyRepository,
  CeremonyService,
  CeremonyStreams,
  CeremonyListener,
  CeremonyResolver,
  CeremonyFieldsResolver,
  CeremonySignerResolver,
];
