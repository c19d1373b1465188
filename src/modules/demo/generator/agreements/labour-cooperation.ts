import { later } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import { partyOf } from './agreement-plan.js';
import { addAgreement } from './agreement-rows.js';
import { LABOUR_CLAUSES } from './texts.data.js';

const TURN_DAYS = 60;

/** Between the bureaux of two regions and the base that brings the people. */
export function addLabourCooperation(world: DemoWorld): void {
  const { calendar } = world;
  const [, receiving, sending] = world.bureaux;
  const [base] = world.bases;
  if (!receiving || !sending || !base) throw new Error('The play lacks a part');
  const draftedAt = calendar.at(-35);
  addAgreement(world, {
    agreementNumber: 'LW-DEM-000001',
    kind: 'LABOUR_COOPERATION',
    form: null,
    title: '吴中区与黔西南州劳务协作协议（演示）',
    clauses: LABOUR_CLAUSES,
    promisedStudents: null,
    startsOn: calendar.day(-20),
    endsOn: calendar.day(345),
    parties: [
      partyOf(sending, 'SENDING_BUREAU', 1, later(draftedAt, 70)),
      partyOf(receiving, 'HR_BUREAU', 1, later(draftedAt, 48)),
      partyOf(base, 'LABOUR_BASE', 1, later(draftedAt, 96)),
    ],
    drafter: 2,
    turnDays: TURN_DAYS,
    obligations: [
      {
        partyPosition: 3,
        metric: 'PEOPLE_TRANSFERRED',
        quantity: 300,
        dueOn: calendar.day(160),
        proof: 'ENTRIES',
        entries: [
          { quantity: 46, at: calendar.at(-15), note: '首批专车输送，到岗46人（演示）' },
          { quantity: 38, at: calendar.at(-6), note: '第二批输送，到岗38人（演示）' },
        ],
      },
      {
        partyPosition: 2,
        metric: 'VISITS_HELD',
        quantity: 4,
        dueOn: calendar.day(340),
        proof: 'ENTRIES',
      },
      {
        partyPosition: 1,
        metric: 'PEOPLE_TRANSFERRED',
        quantity: 20,
        dueOn: calendar.day(340),
        proof: 'RECORDS',
      },
    ],
    state: 'effective',
    draftedAt,
    proposedAt: later(draftedAt, 24),
    effectiveAt: calendar.hour(-20, 0.05),
    stoppedAt: null,
    stopReason: null,
  });
}
