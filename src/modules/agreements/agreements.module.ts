import { Module } from '@nestjs/common';
import { AffiliationsModule } from '../affiliations/index.js';
import { IdentityModule } from '../identity/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { AGREEMENT } from './agreement/agreement.providers.js';
import { AgreementReader } from './agreement/agreement.reader.js';
import { AgreementCalendarController } from './calendar/agreement-calendar.controller.js';
import { AgreementCalendarResolver } from './calendar/agreement-calendar.resolver.js';
import { AgreementCalendars } from './calendar/agreement-calendars.service.js';
import { CANDIDATES } from './candidates/candidate.providers.js';
import { CeremonyEventsController } from './ceremony/ceremony-events.controller.js';
import { CEREMONY } from './ceremony/ceremony.providers.js';
import { COMMENTS } from './comments/comment.providers.js';
import { ENROLMENT } from './enrolment/enrolment.providers.js';
import { AgreementEvidenceModule } from './evidence/evidence.module.js';
import { INTERNSHIP } from './internship/internship.providers.js';
import { NEGOTIATION } from './negotiation/negotiation.providers.js';
import { OBLIGATIONS } from './obligations/obligation.providers.js';
import { PartnerReader } from './partners/partner.reader.js';
import { AgreementPostingsService } from './postings/agreement-postings.service.js';
import { REGISTRY } from './registry/registry.providers.js';
import { SIGNING } from './signing/signing.providers.js';
import { SUCCESSION } from './succession/succession.providers.js';
import { TEMPLATES } from './templates/template.providers.js';

@Module({
  imports: [
    ReferenceDataModule,
    IdentityModule,
    AffiliationsModule,
    OrganisationsModule,
    JobPostingsModule,
    AgreementEvidenceModule,
  ],
  controllers: [CeremonyEventsController, AgreementCalendarController],
  providers: [
    ...AGREEMENT,
    ...CANDIDATES,
    ...NEGOTIATION,
    ...COMMENTS,
    ...TEMPLATES,
    ...SIGNING,
    ...OBLIGATIONS,
    ...ENROLMENT,
    ...INTERNSHIP,
    ...SUCCESSION,
    AgreementCalendars,
    AgreementCalendarResolver,
    ...REGISTRY,
    ...CEREMONY,
    AgreementPostingsService,
    PartnerReader,
  ],
  exports: [AgreementReader, PartnerReader],
})
export class AgreementsModule {}
