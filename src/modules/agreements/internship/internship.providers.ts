import { InternshipCheckRepository } from './internship-check.repository.js';
import { InternshipGuard } from './internship-guard.service.js';
import { InternshipLoader } from './internship.loader.js';
import { InternshipReader } from './internship.reader.js';
import { AgreementInternshipResolver, InternshipLimitsResolver } from './internship.resolver.js';

/** What the module provides for what the rules ask of internships. */
export const INTERNSHIP = [
  InternshipReader,
  InternshipCheckRepository,
  InternshipLoader,
  InternshipGuard,
  AgreementInternshipResolver,
  InternshipLimitsResolver,
];
