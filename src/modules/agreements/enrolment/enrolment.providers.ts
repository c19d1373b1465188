import { EnrolmentSteps } from './enrolment-steps.service.js';
import { EnrolmentListener } from './enrolment.listener.js';
import { EnrolmentReader } from './enrolment.reader.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import {
  AgreementOrderClassResolver,
  EnrolmentFieldsResolver,
  EnrolmentResolver,
} from './enrolment.resolver.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentsPersonalData } from './enrolments-personal-data.js';

/** What the module provides for lists of order classes. */
export const ENROLMENT = [
  EnrolmentRepository,
  EnrolmentReader,
  EnrolmentSteps,
  EnrolmentService,
  EnrolmentListener,
  EnrolmentsPersonalData,
  EnrolmentResolver,
  EnrolmentFieldsResolver,
  AgreementOrderClassResolver,
];
