import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';
import { applicationFact } from '../application/application.events.js';

const offer = applicationFact.extend({ offerId: z.uuid() });

export const offerMade = defineEvent('applications.offerMade', offer);
export const offerAccepted = defineEvent('applications.offerAccepted', offer);
export const offerDeclined = defineEvent('applications.offerDeclined', offer);
