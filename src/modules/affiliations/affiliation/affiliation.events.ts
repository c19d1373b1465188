import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

const subject = { affiliationId: z.uuid(), collegeId: z.uuid(), accountId: z.uuid() };

export const affiliationClaimed = defineEvent('affiliations.affiliationClaimed', z.object(subject));

export const affiliationConfirmed = defineEvent(
  'affiliations.affiliationConfirmed',
  z.object(subject),
);

export const affiliationRefused = defineEvent('affiliations.affiliationRefused', z.object(subject));

/** The person is no longer a student of the college, or took a claim back. */
export const affiliationLeft = defineEvent(
  'affiliations.affiliationLeft',
  z.object({ ...subject, isByCollege: z.boolean(), wasConfirmed: z.boolean() }),
);
