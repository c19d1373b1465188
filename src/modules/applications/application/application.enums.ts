import { registerEnumType } from '@nestjs/graphql';
import {
  ApplicationCloseReason,
  ApplicationParty,
  ApplicationState,
} from '../../../generated/prisma/enums.js';

export { ApplicationCloseReason, ApplicationParty, ApplicationState };

registerEnumType(ApplicationState, {
  name: 'ApplicationState',
  description: 'Where an application stands.',
  valuesMap: {
    SUBMITTED: { description: 'Sent and not looked at yet.' },
    VIEWED: { description: 'Looked at by the employer.' },
    SHORTLISTED: { description: 'On the shortlist.' },
    INTERVIEWING: { description: 'An interview is being arranged or was held.' },
    OFFERED: { description: 'An offer waits for the answer of the applicant.' },
    ACCEPTED: { description: 'The offer was accepted; a seat is taken.' },
    ONBOARDED: { description: 'Work has begun.' },
    NOT_STARTED: { description: 'The offer was accepted and the work not begun.' },
    CLOSED: { description: 'Over, with a reason.' },
  },
});

registerEnumType(ApplicationCloseReason, {
  name: 'ApplicationCloseReason',
  description: 'Why an application is over.',
  valuesMap: {
    WITHDRAWN: { description: 'The applicant withdrew it.' },
    NOT_SELECTED: { description: 'The employer chose others.' },
    LACKS_REQUIREMENT: { description: 'A requirement of the posting is not met.' },
    NO_SHOW: { description: 'The applicant did not come to the interview.' },
    OFFER_DECLINED: { description: 'The applicant declined the offer.' },
    OFFER_LAPSED: { description: 'The offer was not answered in time.' },
    OFFER_WITHDRAWN: { description: 'The employer withdrew the offer.' },
    RENEGED: { description: 'The applicant stepped back after accepting.' },
    HIRED_ELSEWHERE: { description: 'The applicant accepted another offer.' },
    POSTING_FILLED: { description: 'All seats of the posting are taken.' },
    POSTING_CLOSED: { description: 'The posting was stopped, expired or removed.' },
    ACCOUNT_CLOSED: { description: 'The applicant closed the account.' },
  },
});

registerEnumType(ApplicationParty, {
  name: 'ApplicationParty',
  description: 'Who did something or owes the next answer.',
  valuesMap: {
    APPLICANT: { description: 'The applicant.' },
    EMPLOYER: { description: 'The employer.' },
    PLATFORM: { description: 'The platform: clock, seats, closing of postings.' },
  },
});

/** Reasons an employer may close with. */
export const EmployerCloseReason = {
  NOT_SELECTED: 'NOT_SELECTED',
  LACKS_REQUIREMENT: 'LACKS_REQUIREMENT',
  NO_SHOW: 'NO_SHOW',
} as const;
export type EmployerCloseReason = keyof typeof EmployerCloseReason;

registerEnumType(EmployerCloseReason, {
  name: 'EmployerCloseReason',
  description: 'Why an employer closes an application; the applicant reads it.',
  valuesMap: {
    NOT_SELECTED: { description: 'Others were chosen.' },
    LACKS_REQUIREMENT: { description: 'A requirement of the posting is not met.' },
    NO_SHOW: { description: 'The applicant did not come to the interview.' },
  },
});

/** What a list of applicants is taken out of the platform for. */
export const ExportPurpose = {
  SELECTION: 'SELECTION',
  INTERVIEWS: 'INTERVIEWS',
  ONBOARDING: 'ONBOARDING',
  REPORTING: 'REPORTING',
} as const;
export type ExportPurpose = keyof typeof ExportPurpose;

registerEnumType(ExportPurpose, {
  name: 'ExportPurpose',
  description: 'What a list of applicants is taken out for.',
  valuesMap: {
    SELECTION: { description: 'Choosing among them.' },
    INTERVIEWS: { description: 'Arranging interviews.' },
    ONBOARDING: { description: 'Preparing the beginning of work.' },
    REPORTING: { description: 'Reporting within the organisation.' },
  },
});
