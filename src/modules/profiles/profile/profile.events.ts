import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

/** Something in the profile changed, or who may see it. */
export const profileChanged = defineEvent(
  'profiles.profileChanged',
  z.object({ profileId: z.uuid() }),
);

/** A chunk of an import was written or taken back: `ProfileReader.idsOfImport` names its profiles. */
export const profilesImported = defineEvent(
  'profiles.profilesImported',
  z.object({ importId: z.uuid(), chunk: z.int() }),
);
