import { DiscoveryService } from '@nestjs/core';

export interface SeedProgress {
  /** Says in a few words what is being done. */
  (text: string): void;
}

/**
 * Fills an installation with what it needs before anyone works with it. `reference` data (code tables) go
 * into every installation, `demo` data only where demo mode is on. Lower `order` runs first.
 */
export interface Seeder {
  readonly name: string;
  readonly kind: 'reference' | 'demo';
  readonly order: number;
  /** Cheap; asked at every start. */
  needed(): Promise<boolean>;
  /** Can be run again after it was interrupted. */
  run(progress: SeedProgress): Promise<void>;
}

/** Marks a provider that implements `Seeder`. */
export const SeedsData = DiscoveryService.createDecorator();

/** A demo account that `npm start` tells people about. */
export interface DemoLogIn {
  readonly role: string;
  readonly identifier: string;
  readonly password: string;
}

export interface DemoLogInSource {
  /** Empty while the demo data are not there. */
  demoLogIns(): Promise<readonly DemoLogIn[]>;
}

/** Marks a provider that implements `DemoLogInSource`. */
export const OffersDemoLogIns = DiscoveryService.createDecorator();
