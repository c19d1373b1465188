import { Module } from '@nestjs/common';
import { AffiliationsModule } from '../affiliations/index.js';
import { AgreementsModule } from '../agreements/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { JobFairFieldsResolver } from './job-fair/job-fair-fields.resolver.js';
import { JobFairReader } from './job-fair/job-fair.reader.js';
import { JobFairRepository } from './job-fair/job-fair.repository.js';
import { JobFairResolver } from './job-fair/job-fair.resolver.js';
import { JobFairService } from './job-fair/job-fair.service.js';
import { InvitationListener } from './place/invitation.listener.js';
import { InvitationService } from './place/invitation.service.js';
import { JobFairPlacesResolver, PlaceFieldsResolver } from './place/place-fields.resolver.js';
import { OwnPlaceLoader, PlaceAgreementLoader, PlacePostingLoader } from './place/place.loader.js';
import { PlaceReader } from './place/place.reader.js';
import { PlaceRepository } from './place/place.repository.js';
import { PlaceResolver } from './place/place.resolver.js';
import { PlaceService } from './place/place.service.js';

@Module({
  imports: [
    ReferenceDataModule,
    AffiliationsModule,
    OrganisationsModule,
    JobPostingsModule,
    AgreementsModule,
  ],
  providers: [
    JobFairReader,
    JobFairRepository,
    JobFairService,
    JobFairResolver,
    JobFairFieldsResolver,
    PlaceReader,
    PlaceRepository,
    PlaceService,
    PlaceResolver,
    PlaceFieldsResolver,
    JobFairPlacesResolver,
    OwnPlaceLoader,
    PlacePostingLoader,
    PlaceAgreementLoader,
    InvitationService,
    InvitationListener,
  ],
  exports: [JobFairReader],
})
export class ActivitiesModule {}
