import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { LoadingState } from '@/shared/ui/states';
import { lazyWithAntd } from '@/shared/ui/with-antd';
import { useViewer } from '@/shared/viewer/use-viewer';

const ConsentRequest = lazyWithAntd(async () => (await import('./consent-request')).ConsentRequest);

/** Pages one may need before agreeing: the notice, and taking one's data along or leaving. */
const OPEN_PAGES: readonly string[] = ['/privacy-notice', '/me/account'];

/** Asks for consent to a new edition of the privacy notice before anything else. */
export function ConsentGate({ children }: { readonly children: ReactNode }) {
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (!viewer?.needsConsent || OPEN_PAGES.includes(pathname)) return children;
  return (
    <Suspense fallback={<LoadingState />}>
      <ConsentRequest />
    </Suspense>
  );
}
