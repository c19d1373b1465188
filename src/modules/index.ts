import { ActivitiesModule } from './activities/index.js';
import { AffiliationsModule } from './affiliations/index.js';
import { AgreementsModule } from './agreements/index.js';
import { ApplicationsModule } from './applications/index.js';
import { DemoModule } from './demo/index.js';
import { IdentityModule } from './identity/index.js';
import { JobPostingsModule } from './job-postings/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OrganisationsModule } from './organisations/index.js';
import { MatchingModule } from './matching/index.js';
import { ProfilesModule } from './profiles/index.js';
import { ReferenceDataModule } from './reference-data/index.js';
import { SearchModule } from './search/index.js';
import { StatisticsModule } from './statistics/index.js';

/** Every feature module of the platform, lower tiers first. */
export const featureModules = [
  ReferenceDataModule,
  IdentityModule,
  OrganisationsModule,
  AffiliationsModule,
  ProfilesModule,
  JobPostingsModule,
  ApplicationsModule,
  AgreementsModule,
  ActivitiesModule,
  MatchingModule,
  SearchModule,
  NotificationsModule,
  StatisticsModule,
  DemoModule,
];
