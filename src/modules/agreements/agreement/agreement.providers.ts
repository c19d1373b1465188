import { AgreementClock } from './agreement-clock.service.js';
import { AgreementCourseResolver } from './agreement-course.resolver.js';
import { AgreementCourse } from './agreement-course.service.js';
import {
  AgreementFieldsResolver,
  AgreementPartyResolver,
  AgreementSignatureResolver,
} from './agreement-fields.resolver.js';
import { AgreementParties } from './agreement-parties.service.js';
import { AgreementStart } from './agreement-start.service.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { AgreementTexts } from './agreement-texts.service.js';
import { AgreementListener } from './agreement.listener.js';
import {
  AgreementSignatureLoader,
  AgreementClauseLoader,
  AgreementHistoryLoader,
} from './agreement.loader.js';
import { AgreementProcessor } from './agreement.processor.js';
import { AgreementReader } from './agreement.reader.js';
import { AgreementRepository } from './agreement.repository.js';
import { AgreementResolver } from './agreement.resolver.js';
import { AgreementService } from './agreement.service.js';

/** What the module provides for an agreement, from its draft to its end. */
export const AGREEMENT = [
  AgreementRepository,
  AgreementReader,
  AgreementSignatureLoader,
  AgreementClauseLoader,
  AgreementHistoryLoader,
  AgreementSteps,
  AgreementParties,
  AgreementTexts,
  AgreementService,
  AgreementCourse,
  AgreementCourseResolver,
  AgreementStart,
  AgreementClock,
  AgreementListener,
  AgreementProcessor,
  AgreementResolver,
  AgreementFieldsResolver,
  AgreementPartyResolver,
  AgreementSignatureResolver,
];
