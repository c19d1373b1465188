import { AmendmentResolver } from './amendment.resolver.js';
import { AmendmentService } from './amendment.service.js';
import { RenewalTexts } from './renewal-texts.service.js';
import { RenewalResolver } from './renewal.resolver.js';
import { RenewalService } from './renewal.service.js';
import { SuccessionLoader } from './succession.loader.js';
import { SuccessorDrafts } from './successor-drafts.service.js';
import { SuccessorTexts } from './successor-texts.service.js';
import { SuccessorReader } from './successor.reader.js';

/** What the module provides for renewals and amendments. */
export const SUCCESSION = [
  SuccessorReader,
  SuccessorTexts,
  SuccessorDrafts,
  SuccessionLoader,
  RenewalTexts,
  RenewalService,
  RenewalResolver,
  AmendmentService,
  AmendmentResolver,
];
