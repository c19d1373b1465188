import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';
import { applicationFact } from '../application/application.events.js';

const interview = applicationFact.extend({
  interviewId: z.uuid(),
  by: z.enum(['APPLICANT', 'EMPLOYER']),
});

export const interviewProposed = defineEvent('applications.interviewProposed', interview);
export const interviewConfirmed = defineEvent('applications.interviewConfirmed', interview);
export const interviewDeclined = defineEvent('applications.interviewDeclined', interview);
export const interviewMoved = defineEvent('applications.interviewMoved', interview);
export const interviewCancelled = defineEvent('applications.interviewCancelled', interview);
