import { lazy, Suspense, useSyncExternalStore } from 'react';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { isOver } from './posting-state';
import type { PostingProps } from './posting-view';

const OwnMatch = lazy(async () => ({
  default: (await import('@/features/matching/outlook/own-match')).OwnMatch,
}));

const NOTHING_CHANGES = () => () => undefined;

/** How it fits whoever reads it; asked for in the browser, when the page stands, of somebody with a profile. */
export function PostingMatch({ posting }: PostingProps) {
  const viewer = useViewer();
  const isInBrowser = useSyncExternalStore(
    NOTHING_CHANGES,
    () => true,
    () => false,
  );
  const isOwn = membershipsOf(viewer).some(
    ({ organisation }) => organisation.id === posting.organisation?.id,
  );
  if (!isInBrowser || viewer?.profile == null || isOwn) return null;
  if (posting.state !== 'PUBLISHED' || isOver(posting)) return null;
  return (
    <Suspense fallback={null}>
      <OwnMatch postingId={posting.id} />
    </Suspense>
  );
}
