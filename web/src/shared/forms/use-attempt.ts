import { useCallback } from 'react';
import { ActionRefused } from '../graphql/action';
import { RequestError } from '../graphql/request';
import { useText } from '../i18n/messages';
import { uiMessages } from '../ui/ui.messages';
import { toast } from '../ui/toasts';

/** Does what a single press asks for and says how it went; answers whether it was done. */
export type Attempt = (act: () => Promise<unknown>, done?: string) => Promise<boolean>;

/** For actions without a form: what was refused, or failed, is told in a notice. */
export function useAttempt(): Attempt {
  const text = useText(uiMessages);
  return useCallback(
    async (act, done) => {
      try {
        await act();
        if (done !== undefined) toast.success(done);
        return true;
      } catch (error) {
        if (error instanceof ActionRefused)
          toast.error(error.userErrors.map((refusal) => refusal.message).join('\n'));
        else if (error instanceof RequestError)
          toast.error(error.code === 'NETWORK' ? text('failedNetwork') : error.message);
        else throw error;
        return false;
      }
    },
    [text],
  );
}
