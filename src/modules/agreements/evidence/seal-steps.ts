import { Injectable } from '@nestjs/common';

/** Where the sealing of one agreement stands; a process may die at any of them. */
export const SEAL_STEPS = [
  'begun',
  'composed',
  'rendered',
  'signed',
  'locked',
  'filesSaved',
  'sealWritten',
  'eventAppended',
  'committed',
] as const;

export type SealStep = (typeof SEAL_STEPS)[number];

/** Told of each step as it is reached. It does nothing; what kills processes on purpose takes its place. */
@Injectable()
export class SealSteps {
  reached(_step: SealStep): Promise<void> {
    return Promise.resolve();
  }
}
