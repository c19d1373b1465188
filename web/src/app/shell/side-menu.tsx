import { useLocation } from 'react-router';
import { MenuSections } from './menu-sections';

/** Beside the pages of one's own work, where there is room for it. */
export function SideMenu() {
  const { pathname } = useLocation();
  const isOwnPage = /^\/(me|work|platform)(\/|$)/.test(pathname);
  if (!isOwnPage) return null;
  return (
    <div className="gq-side-menu">
      <MenuSections />
    </div>
  );
}
