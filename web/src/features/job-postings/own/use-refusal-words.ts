import { useCallback } from 'react';
import { ActionRefused, type UserError } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { ownPostingsMessages } from './list/own-postings.messages';
import { isElement, useElementNames } from './use-element-names';

/** Refusals that need more words than the API has: what is missing by its name, and why something counts as a duplicate. */
export function useRefusalWords() {
  const text = useText(ownPostingsMessages);
  const names = useElementNames();
  const words = useCallback(
    (refusal: UserError, missing: readonly string[]): string => {
      switch (refusal.code) {
        case 'JOB_POSTING_DUPLICATE':
          return `${refusal.message} ${text('explain_DUPLICATE')}`;
        case 'JOB_POSTING_INCOMPLETE':
          return text('explain_INCOMPLETE', { elements: names(missing.filter(isElement)) });
        case 'JOB_POSTING_WORDING':
          return text('explain_WORDING');
        case 'REQUEST_STALE':
          return text('explain_STALE');
        default:
          return refusal.message;
      }
    },
    [text, names],
  );
  return useCallback(
    async <T>(act: () => Promise<T>, missing: readonly string[]): Promise<T> => {
      try {
        return await act();
      } catch (error) {
        if (!(error instanceof ActionRefused)) throw error;
        throw new ActionRefused(
          error.userErrors.map((refusal) => ({ ...refusal, message: words(refusal, missing) })),
        );
      }
    },
    [words],
  );
}
