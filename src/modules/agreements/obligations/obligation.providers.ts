import { ObligationFiguresReader } from './obligation-figures.reader.js';
import { ObligationWatch } from './obligation-watch.service.js';
import {
  ObligationLoader,
  ObligationRecordLoader,
  ObligationEntryLoader,
} from './obligation.loader.js';
import { ObligationProcessor } from './obligation.processor.js';
import { ObligationReader } from './obligation.reader.js';
import { ObligationRepository } from './obligation.repository.js';
import {
  ObligationResolver,
  AgreementObligationsResolver,
  ObligationEntryResolver,
  ObligationFieldsResolver,
} from './obligation.resolver.js';
import { ObligationService } from './obligation.service.js';

/** What the module provides for obligations and what fulfils them. */
export const OBLIGATIONS = [
  ObligationRepository,
  ObligationReader,
  ObligationFiguresReader,
  ObligationLoader,
  ObligationRecordLoader,
  ObligationEntryLoader,
  ObligationService,
  ObligationWatch,
  ObligationProcessor,
  ObligationResolver,
  AgreementObligationsResolver,
  ObligationEntryResolver,
  ObligationFieldsResolver,
];
