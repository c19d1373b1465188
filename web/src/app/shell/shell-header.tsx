import { useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { NotificationBell } from '@/features/notifications/notification-bell';
import { SignOutButton } from '@/features/identity/sign-out-button';
import { useLocale } from '@/shared/i18n/locale';
import { textIn, useText } from '@/shared/i18n/messages';
import { appMessages } from '../app.messages';
import { menus } from '../menus';
import { useTheme } from '@/shared/ui/theme';
import { useViewer } from '@/shared/viewer/use-viewer';
import { MenuIcon, MoonIcon, SunIcon } from '@/shared/ui/icons';
import { MenuSections } from './menu-sections';
import { rememberLocale, rememberTheme } from './preferences';

/** Brand, main navigation, language, light, notices and account; on a phone the menus open below it. */
export function ShellHeader() {
  const text = useText(appMessages);
  const locale = useLocale();
  const theme = useTheme();
  const viewer = useViewer();
  const { pathname } = useLocation();
  // The menu belongs to the page it was opened on: going elsewhere closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === pathname;
  const setOpen = (open: boolean): void => setOpenOn(open ? pathname : null);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <header
      className="gq-header"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <div className="gq-header-bar">
        <Link className="gq-brand" to="/">
          <img src="/assets/brand.svg" alt="" width="28" height="28" />
          <span>{text('brand')}</span>
        </Link>
        <nav className="gq-main-menu" aria-label={text('mainMenu')}>
          {menus
            .filter((entry) => entry.in === 'public')
            .map(({ path, messages, label }) => (
              <NavLink key={path} to={path}>
                {textIn(locale, messages)(label)}
              </NavLink>
            ))}
        </nav>
        <div className="gq-header-tools">
          <button
            type="button"
            className="gq-tool gq-wide-only"
            lang={other}
            onClick={() => rememberLocale(other)}
          >
            {text('otherLanguage')}
          </button>
          <button
            type="button"
            className="gq-tool gq-wide-only"
            aria-label={text(theme === 'dark' ? 'toLight' : 'toDark')}
            onClick={() => rememberTheme(theme === 'dark' ? 'light' : 'dark')}
          >
            {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
          </button>
          {viewer && <NotificationBell key={viewer.id} cursor={viewer.notificationCursor} />}
          {viewer ? (
            <Link className="gq-tool gq-wide-only" to="/me/account">
              {viewer.account.displayName}
            </Link>
          ) : (
            <>
              <Link className="gq-tool" to="/sign-in">
                {text('signIn')}
              </Link>
              <Link className="gq-tool gq-tool-primary gq-wide-only" to="/sign-up">
                {text('signUp')}
              </Link>
            </>
          )}
          {viewer && (
            <span className="gq-wide-only">
              <SignOutButton />
            </span>
          )}
          <button
            type="button"
            className="gq-tool gq-phone-only"
            aria-expanded={isOpen}
            aria-controls="phone-menu"
            aria-label={text(isOpen ? 'closeMenu' : 'menu')}
            onClick={() => setOpen(!isOpen)}
          >
            <MenuIcon />
          </button>
        </div>
      </div>
      <div id="phone-menu" className="gq-phone-menu" hidden={!isOpen}>
        <MenuSections withPublic />
        <div className="gq-menu-tools">
          <button
            type="button"
            className="gq-tool"
            lang={other}
            onClick={() => rememberLocale(other)}
          >
            {text('otherLanguage')}
          </button>
          <button
            type="button"
            className="gq-tool"
            onClick={() => rememberTheme(theme === 'dark' ? 'light' : 'dark')}
          >
            {text(theme === 'dark' ? 'toLight' : 'toDark')}
          </button>
          {viewer ? (
            <SignOutButton />
          ) : (
            <Link className="gq-tool gq-tool-primary" to="/sign-up">
              {text('signUp')}
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}
