import type { DemoWorld } from '../demo-world.js';
import { addCeremony } from './ceremony.js';
import { addCooperations } from './cooperations.js';
import { addEmployment } from './employment.js';
import { addLabourCooperation } from './labour-cooperation.js';

/** Agreements of several kinds in every state, with their chains of evidence, and a ceremony to come. */
export function addAgreements(world: DemoWorld): void {
  addCooperations(world);
  addEmployment(world);
  addLabourCooperation(world);
  addCeremony(world);
}
