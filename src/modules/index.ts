import { IdentityModule } from './identity/index.js';
import { JobPostingsModule } from './job-postings/index.js';
import { OrganisationsModule } from './organisations/index.js';
import { ReferenceDataModule } from './reference-data/index.js';

/** Every feature module of the platform, lower tiers first. */
export const featureModules = [
  ReferenceDataModule,
  IdentityModule,
  OrganisationsModule,
  JobPostingsModule,
];
