import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { AgreementClock } from './agreement/agreement-clock.service.js';
import {
  AgreementFieldsResolver,
  AgreementPartyResolver,
  AgreementSignatureResolver,
} from './agreement/agreement-fields.resolver.js';
import { AgreementParties } from './agreement/agreement-parties.service.js';
import { AgreementSteps } from './agreement/agreement-steps.service.js';
import { AgreementTexts } from './agreement/agreement-texts.service.js';
import { AgreementListener } from './agreement/agreement.listener.js';
import {
  AgreementClauseLoader,
  AgreementHistoryLoader,
  AgreementSignatoryLoader,
  AgreementSignatureLoader,
} from './agreement/agreement.loader.js';
import { AgreementProcessor } from './agreement/agreement.processor.js';
import { AgreementReader } from './agreement/agreement.reader.js';
import { AgreementRepository } from './agreement/agreement.repository.js';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { AgreementService } from './agreement/agreement.service.js';
import { AgreementEvidenceModule } from './evidence/evidence.module.js';
import { AgreementNegotiationService } from './negotiation/agreement-negotiation.service.js';
import { AgreementProposalService } from './negotiation/agreement-proposal.service.js';
import { AgreementVersionReader } from './negotiation/agreement-version.reader.js';
import { AgreementVersionRepository } from './negotiation/agreement-version.repository.js';
import { AgreementPostingsService } from './postings/agreement-postings.service.js';
import { AgreementSigningService } from './signing/agreement-signing.service.js';
import { SignatoryReader } from './signing/signatory.reader.js';
import { SignatoryRepository } from './signing/signatory.repository.js';

const AGREEMENT = [
  AgreementRepository,
  AgreementReader,
  AgreementSignatureLoader,
  AgreementSignatoryLoader,
  AgreementClauseLoader,
  AgreementHistoryLoader,
  AgreementSteps,
  AgreementParties,
  AgreementTexts,
  AgreementService,
  AgreementClock,
  AgreementListener,
  AgreementProcessor,
  AgreementResolver,
  AgreementFieldsResolver,
  AgreementPartyResolver,
  AgreementSignatureResolver,
];
const NEGOTIATION = [
  AgreementVersionRepository,
  AgreementVersionReader,
  AgreementNegotiationService,
  AgreementProposalService,
];
const SIGNING = [SignatoryRepository, SignatoryReader, AgreementSigningService];
const POSTINGS = [AgreementPostingsService];

@Module({
  imports: [IdentityModule, OrganisationsModule, JobPostingsModule, AgreementEvidenceModule],
  providers: [...AGREEMENT, ...NEGOTIATION, ...SIGNING, ...POSTINGS],
  exports: [AgreementReader],
})
export class AgreementsModule {}
