import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

const posting = z.object({ jobPostingId: z.uuid() });

/** A draft went to the bureau in charge. */
export const jobPostingSubmitted = defineEvent('jobPostings.jobPostingSubmitted', posting);
export const jobPostingPublished = defineEvent('jobPostings.jobPostingPublished', posting);
export const jobPostingChanged = defineEvent('jobPostings.jobPostingChanged', posting);
/** A published posting went back to review because of a material edit; its applicants are told. */
export const jobPostingRevised = defineEvent('jobPostings.jobPostingRevised', posting);
export const jobPostingPaused = defineEvent('jobPostings.jobPostingPaused', posting);
export const jobPostingResumed = defineEvent('jobPostings.jobPostingResumed', posting);
export const jobPostingClosed = defineEvent(
  'jobPostings.jobPostingClosed',
  posting.extend({
    cause: z.enum(['STOPPED', 'EXPIRED', 'FILLED', 'WITHDRAWN_BY_SOURCE', 'REMOVED']),
  }),
);
/** The last seat was taken; recorded beside the closing. */
export const jobPostingFilled = defineEvent('jobPostings.jobPostingFilled', posting);
/** A seat was released again and the posting is back in search. */
export const jobPostingReopened = defineEvent('jobPostings.jobPostingReopened', posting);
export const jobPostingReviewed = defineEvent(
  'jobPostings.jobPostingReviewed',
  posting.extend({ outcome: z.enum(['APPROVED', 'RETURNED']) }),
);
export const jobPostingClaimed = defineEvent(
  'jobPostings.jobPostingClaimed',
  posting.extend({ organisationId: z.uuid() }),
);
/** One chunk of an import is in the database; which postings it changed stands in posting_import_changes. */
export const jobPostingsImported = defineEvent(
  'jobPostings.jobPostingsImported',
  z.object({ importId: z.uuid(), chunk: z.int() }),
);
export const questionAsked = defineEvent(
  'jobPostings.questionAsked',
  posting.extend({ questionId: z.uuid() }),
);
export const questionAnswered = defineEvent(
  'jobPostings.questionAnswered',
  posting.extend({ questionId: z.uuid() }),
);
export const reportFiled = defineEvent('jobPostings.reportFiled', z.object({ reportId: z.uuid() }));
export const reportHandled = defineEvent(
  'jobPostings.reportHandled',
  z.object({ reportId: z.uuid(), outcome: z.enum(['UPHELD', 'DISMISSED']) }),
);
