import { registerEnumType } from '@nestjs/graphql';

export const ObligationProof = { RECORDS: 'RECORDS', ENTRIES: 'ENTRIES' } as const;
export type ObligationProof = keyof typeof ObligationProof;

export const ObligationState = {
  NOT_BEGUN: 'NOT_BEGUN',
  ON_TRACK: 'ON_TRACK',
  AT_RISK: 'AT_RISK',
  FULFILLED: 'FULFILLED',
  FULFILLED_LATE: 'FULFILLED_LATE',
  BREACHED: 'BREACHED',
} as const;
export type ObligationState = keyof typeof ObligationState;

export const ObligationRecordKind = {
  HIRE: 'HIRE',
  INTERNSHIP: 'INTERNSHIP',
  POSTING: 'POSTING',
  SEAT: 'SEAT',
  TRANSFER: 'TRANSFER',
} as const;
export type ObligationRecordKind = keyof typeof ObligationRecordKind;

registerEnumType(ObligationProof, {
  name: 'ObligationProof',
  description: 'What proves that an obligation is met.',
  valuesMap: {
    RECORDS: { description: 'Records of the platform, counted anew whenever it is read.' },
    ENTRIES: { description: 'What the parties enter and none of them disputes.' },
  },
});

registerEnumType(ObligationState, {
  name: 'ObligationState',
  description: 'Where an obligation stands today.',
  valuesMap: {
    NOT_BEGUN: { description: 'Not signed by all, or before the first day.' },
    ON_TRACK: { description: 'Not due yet.' },
    AT_RISK: { description: 'Not due yet, but what is done lags well behind the time.' },
    FULFILLED: { description: 'Met in time.' },
    FULFILLED_LATE: { description: 'Met after it was due.' },
    BREACHED: { description: 'Due and not met.' },
  },
});

registerEnumType(ObligationRecordKind, {
  name: 'ObligationRecordKind',
  description: 'What kind of record proves something.',
  valuesMap: {
    HIRE: { description: 'A student accepted an offer.' },
    INTERNSHIP: { description: 'A student began an internship, or accepted an offer of one.' },
    POSTING: { description: 'A posting was opened under the agreement.' },
    SEAT: { description: 'A student was taken into the order class.' },
    TRANSFER: { description: 'A person of one region accepted an offer of work in the other.' },
  },
});
