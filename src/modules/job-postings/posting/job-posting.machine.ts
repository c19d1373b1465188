import { defineMachine } from '../../../core/state-machine/index.js';
import { jobPostingErrors } from './job-posting.errors.js';

export type JobPostingState =
  'DRAFT' | 'IN_REVIEW' | 'SCHEDULED' | 'PUBLISHED' | 'PAUSED' | 'CLOSED';

/**
 * EMPLOYER: an officer of the posting's organisation; CLAIMANT: of the employer an external posting names; BUREAU: of the
 * bureau in charge; PLATFORM: clock, seats, imports.
 */
export type JobPostingParty = 'EMPLOYER' | 'CLAIMANT' | 'BUREAU' | 'PLATFORM';

/** States of a posting. A stop, an expiry and a fill all end in CLOSED, by different transitions with their own cause. */
export const jobPostingMachine = defineMachine({
  initial: 'DRAFT',
  transitions: {
    claim: { from: ['PUBLISHED', 'PAUSED'], to: 'DRAFT', by: ['CLAIMANT'] },
    submit: { from: ['DRAFT'], to: 'IN_REVIEW', by: ['EMPLOYER'] },
    recall: { from: ['IN_REVIEW', 'SCHEDULED'], to: 'DRAFT', by: ['EMPLOYER'] },
    return: { from: ['IN_REVIEW'], to: 'DRAFT', by: ['BUREAU'] },
    approve: { from: ['IN_REVIEW'], to: 'PUBLISHED', by: ['BUREAU'] },
    schedule: { from: ['IN_REVIEW'], to: 'SCHEDULED', by: ['BUREAU'] },
    release: { from: ['SCHEDULED'], to: 'PUBLISHED', by: ['PLATFORM'] },
    revise: { from: ['PUBLISHED', 'PAUSED'], to: 'IN_REVIEW', by: ['EMPLOYER'] },
    pause: { from: ['PUBLISHED'], to: 'PAUSED', by: ['EMPLOYER', 'BUREAU'] },
    resume: { from: ['PAUSED'], to: 'PUBLISHED', by: ['EMPLOYER', 'PLATFORM'] },
    stop: {
      from: ['PUBLISHED', 'PAUSED', 'IN_REVIEW', 'SCHEDULED'],
      to: 'CLOSED',
      by: ['EMPLOYER'],
    },
    expire: {
      from: ['PUBLISHED', 'PAUSED', 'IN_REVIEW', 'SCHEDULED'],
      to: 'CLOSED',
      by: ['PLATFORM'],
    },
    fill: {
      from: ['PUBLISHED', 'PAUSED', 'IN_REVIEW', 'SCHEDULED'],
      to: 'CLOSED',
      by: ['PLATFORM'],
    },
    reopen: { from: ['CLOSED'], to: 'PUBLISHED', by: ['PLATFORM'] },
    remove: {
      from: ['PUBLISHED', 'PAUSED', 'IN_REVIEW', 'SCHEDULED'],
      to: 'CLOSED',
      by: ['BUREAU'],
    },
    withdrawBySource: { from: ['PUBLISHED', 'PAUSED'], to: 'CLOSED', by: ['PLATFORM'] },
  },
  refusal: jobPostingErrors.WRONG_STATE,
});

export type JobPostingTransition = keyof typeof jobPostingMachine.transitions;

export type JobPostingCloseCause =
  'STOPPED' | 'EXPIRED' | 'FILLED' | 'WITHDRAWN_BY_SOURCE' | 'REMOVED';

/** The cause each closing transition leaves. */
export const CLOSE_CAUSES: Readonly<Partial<Record<JobPostingTransition, JobPostingCloseCause>>> = {
  stop: 'STOPPED',
  expire: 'EXPIRED',
  fill: 'FILLED',
  withdrawBySource: 'WITHDRAWN_BY_SOURCE',
  remove: 'REMOVED',
};
