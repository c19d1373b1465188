import { later } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import { partyOf } from './agreement-plan.js';
import { addAgreement } from './agreement-rows.js';
import { EMPLOYMENT_CLAUSES } from './texts.data.js';

const TURN_DAYS = 15;

/** What the graduate with the log-in is asked to sign: her employer has, her college follows. */
export function addEmployment(world: DemoWorld): void {
  const { calendar } = world;
  const [graduate] = world.seekers;
  const [enterprise] = world.enterprises;
  const [college] = world.colleges;
  if (!graduate || !enterprise || !college) throw new Error('The play lacks a part');
  const draftedAt = calendar.at(-4);
  addAgreement(world, {
    agreementNumber: 'JY-DEM-000001',
    kind: 'GRADUATE_EMPLOYMENT',
    form: null,
    title: `${graduate.fullName}就业协议书`,
    clauses: EMPLOYMENT_CLAUSES,
    promisedStudents: null,
    startsOn: calendar.day(20),
    endsOn: calendar.day(385),
    parties: [
      {
        role: 'STUDENT',
        organisationId: null,
        name: graduate.fullName,
        signerId: graduate.accountId,
        step: 2,
        signedAt: null,
      },
      partyOf(enterprise, 'ENTERPRISE', 1, later(draftedAt, 30)),
      partyOf(college, 'COLLEGE', 3, null),
    ],
    drafter: 2,
    turnDays: TURN_DAYS,
    obligations: [],
    state: 'partially_signed',
    draftedAt,
    proposedAt: later(draftedAt, 2),
    effectiveAt: null,
    stoppedAt: null,
    stopReason: null,
  });
}
