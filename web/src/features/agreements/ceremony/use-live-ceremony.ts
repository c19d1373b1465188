import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** After the server has ended the answer for good: it is starting anew, or the right to it is gone. */
const AGAIN_MS = 10_000;

/**
 * Reads a ceremony again whenever the server says that its screen has changed, and after every break, since what was missed
 * nobody says. Answers whether the connection stands.
 */
export function useLiveCeremony(ceremonyId: string, isLive: boolean): boolean {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    if (!isLive) return undefined;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let hasBroken = false;
    const read = (): void => {
      void queries.invalidateQueries({ queryKey: ['AgreementCeremony'] });
    };
    const open = (): void => {
      const opened = new EventSource(`/events/agreement-ceremonies/${ceremonyId}`);
      source = opened;
      opened.addEventListener('changed', read);
      opened.onopen = () => {
        setConnected(true);
        if (hasBroken) read();
        hasBroken = false;
      };
      opened.onerror = () => {
        setConnected(false);
        hasBroken = true;
        // A broken line the browser takes up again by itself.
        if (opened.readyState !== EventSource.CLOSED) return;
        again = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      source?.close();
    };
  }, [queries, ceremonyId, isLive]);
  return isConnected || !isLive;
}
