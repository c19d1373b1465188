import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

const payload = z.object({ accountId: z.uuid() });

export const accountRegistered = defineEvent('identity.accountRegistered', payload);
export const accountDisabled = defineEvent('identity.accountDisabled', payload);
export const accountEnabled = defineEvent('identity.accountEnabled', payload);
export const accountClosed = defineEvent('identity.accountClosed', payload);
export const passwordChanged = defineEvent('identity.passwordChanged', payload);
