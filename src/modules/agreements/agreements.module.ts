import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { AgreementClock } from './agreement-clock.service.js';
import {
  AgreementFieldsResolver,
  AgreementSignatureResolver,
} from './agreement-fields.resolver.js';
import { AgreementPostingsService } from './agreement-postings.service.js';
import { AgreementSigningService } from './agreement-signing.service.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { AgreementListener } from './agreement.listener.js';
import { AgreementHistoryLoader, AgreementSignatureLoader } from './agreement.loader.js';
import { AgreementProcessor } from './agreement.processor.js';
import { AgreementReader } from './agreement.reader.js';
import { AgreementRepository } from './agreement.repository.js';
import { AgreementResolver } from './agreement.resolver.js';
import { AgreementService } from './agreement.service.js';
import { AgreementEvidenceModule } from './evidence/evidence.module.js';

@Module({
  imports: [IdentityModule, OrganisationsModule, JobPostingsModule, AgreementEvidenceModule],
  providers: [
    AgreementRepository,
    AgreementReader,
    AgreementSignatureLoader,
    AgreementHistoryLoader,
    AgreementSteps,
    AgreementService,
    AgreementSigningService,
    AgreementPostingsService,
    AgreementClock,
    AgreementListener,
    AgreementProcessor,
    AgreementResolver,
    AgreementFieldsResolver,
    AgreementSignatureResolver,
  ],
  exports: [AgreementReader],
})
export class AgreementsModule {}
