import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { NotificationTargetType } from '@/graphql/generated/features/notifications/list/notifications';
import { isAffectedBy } from './affected-queries';

const ADDRESS = '/events/notifications';
/** Several notices at once are one reason to ask again. */
const GATHER_MS = 300;
/** After the server has ended the answer for good: too many are open, or it is starting anew. */
const AGAIN_MS = 30_000;

interface Arrived {
  readonly title: string;
  readonly target: { readonly type: NotificationTargetType } | null;
}

/**
 * Follows the viewer's notices from the cursor that came with the page, and makes stale what they change. Answers the latest
 * headline. One stream for a page, and only while the page is looked at: people keep many of them open.
 */
export function useNotificationStream(cursor: string): string | null {
  const queries = useQueryClient();
  // Later answers come with later cursors, which say nothing about what has been on the page since.
  const [begun] = useState(cursor);
  const [latest, setLatest] = useState<string | null>(null);
  useEffect(() => follow(queries, begun, setLatest), [queries, begun]);
  return latest;
}

function follow(queries: QueryClient, cursor: string, tell: (title: string) => void): () => void {
  let after = cursor;
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let isResumed = false;
  const types = new Set<NotificationTargetType>();

  const arrive = ({ data, lastEventId }: MessageEvent<string>): void => {
    after = lastEventId;
    const { title, target } = JSON.parse(data) as Arrived;
    tell(title);
    if (target !== null) types.add(target.type);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void queries.invalidateQueries({ predicate: isAffectedBy(new Set(types)) });
      types.clear();
    }, GATHER_MS);
  };
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = (): void => {
    close();
    const opened = new EventSource(`${ADDRESS}?after=${encodeURIComponent(after)}`);
    source = opened;
    opened.addEventListener('notification', arrive);
    opened.addEventListener('reset', () => void queries.invalidateQueries());
    opened.onopen = () => {
      // The notices go on where they stopped; what else has changed meanwhile none of them says.
      if (isResumed) void queries.invalidateQueries();
      isResumed = false;
    };
    opened.onerror = () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      // Signed out, perhaps from afar: who reads the page is asked anew, and without a viewer there is no bell.
      void queries.invalidateQueries({ queryKey: ['Viewer'] });
      isResumed = true;
      again = setTimeout(open, AGAIN_MS);
    };
  };
  const look = (): void => {
    if (document.visibilityState === 'hidden') {
      close();
      isResumed = true;
    } else if (source === null) open();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(gathering);
    close();
  };
}
