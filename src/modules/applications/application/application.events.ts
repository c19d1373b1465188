import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

/** Every event of an application names all whom it may concern, so that nobody has to look them up. */
export const applicationFact = z.object({
  applicationId: z.uuid(),
  jobPostingId: z.uuid(),
  organisationId: z.uuid(),
  accountId: z.uuid(),
});

export type ApplicationFact = z.output<typeof applicationFact>;

export const applicationSubmitted = defineEvent(
  'applications.applicationSubmitted',
  applicationFact,
);
export const applicationViewed = defineEvent('applications.applicationViewed', applicationFact);
export const applicationShortlisted = defineEvent(
  'applications.applicationShortlisted',
  applicationFact,
);
export const applicationClosed = defineEvent(
  'applications.applicationClosed',
  applicationFact.extend({
    reason: z.string(),
    by: z.enum(['APPLICANT', 'EMPLOYER', 'PLATFORM']),
  }),
);
export const applicantOnboarded = defineEvent('applications.applicantOnboarded', applicationFact);
export const applicantNotStarted = defineEvent('applications.applicantNotStarted', applicationFact);
export const noteShared = defineEvent('applications.noteShared', applicationFact);
