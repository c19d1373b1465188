import { AuthModule } from './auth/index.js';
import { CoreModule } from './core.module.js';
import { GraphqlModule } from './graphql/index.js';
import { HttpModule } from './http/index.js';
import { PortalModule } from './portal/index.js';
import { TaskAdministrationModule } from './task-administration/index.js';

/** What every API process has besides the feature modules it serves. */
export const apiModules = [
  CoreModule,
  AuthModule,
  HttpModule,
  GraphqlModule,
  TaskAdministrationModule,
  PortalModule,
];
