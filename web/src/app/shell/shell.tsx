import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { ConsentGate } from '@/features/identity/consent/consent-gate';
import { useText } from '@/shared/i18n/messages';
import { OperatorLine } from '@/shared/operator/operator-line';
import { Toasts } from '@/shared/ui/toasts';
import { appMessages } from '../app.messages';
import { OfflineBanner } from './offline-banner';
import { ShellHeader } from './shell-header';
import { SideMenu } from './side-menu';

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useText(appMessages);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // A new page begins at its top, and readers of the screen hear of it.
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  // From here on the page answers to clicks and keys; measured by the bench.
  useEffect(() => void performance.mark('usable'), []);
  return (
    <>
      <a className="gq-skip" href="#main">
        {text('skip')}
      </a>
      <ShellHeader />
      <OfflineBanner />
      <div className="gq-frame">
        <SideMenu />
        <main id="main" ref={main} tabIndex={-1}>
          <ConsentGate>{children}</ConsentGate>
        </main>
      </div>
      <Toasts />
      <footer className="gq-footer">
        <p>{text('footer')}</p>
        <OperatorLine />
        <Link to="/privacy-notice">{text('privacy')}</Link>
      </footer>
    </>
  );
}
