import { useText } from '@/shared/i18n/messages';
import { apiKeysMessages } from './api-keys.messages';

const NAMED = [
  'AGREEMENT_DRAFT',
  'AGREEMENT_READ',
  'AGREEMENT_SIGN',
  'APPLICATION_DECIDE',
  'APPLICATION_READ',
  'JOB_POSTING_MANAGE',
  'JOB_POSTING_REVIEW',
  'JOB_SEEKER_SEARCH',
  'STATISTICS_READ',
  'STUDENT_MANAGE',
  'STUDENT_VIEW',
] as const;

/** Permissions in words; the API tells them by name, and a new one by its name alone. */
export function useScopeName(): (scope: string) => string {
  const text = useText(apiKeysMessages);
  return (scope) => {
    const named = NAMED.find((name) => name === scope);
    return named === undefined ? scope : text(`scope_${named}`);
  };
}
