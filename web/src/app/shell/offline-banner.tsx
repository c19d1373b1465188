import { useSyncExternalStore } from 'react';
import { useText } from '@/shared/i18n/messages';
import { appMessages } from '../app.messages';

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says that the connection is gone, for as long as it is. */
export function OfflineBanner() {
  const text = useText(appMessages);
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className="gq-offline" hidden={isOnline}>
      {isOnline ? null : text('offline')}
    </div>
  );
}
