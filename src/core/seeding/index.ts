export {
  OffersDemoLogIns,
  SeedsData,
  type DemoLogIn,
  type DemoLogInSource,
  type SeedProgress,
  type Seeder,
} from './seeder.js';
export { Seeding } from './seeding.service.js';
export { SeedingModule } from './seeding.module.js';
