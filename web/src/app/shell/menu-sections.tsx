import { NavLink } from 'react-router';
import { useLocale } from '@/shared/i18n/locale';
import { textIn, useText } from '@/shared/i18n/messages';
import { appMessages } from '../app.messages';
import type { MenuEntry } from '@/shared/routing/menu';
import { menus } from '../menus';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';

interface Group {
  readonly key: string;
  readonly title: string | null;
  readonly entries: readonly { readonly to: string; readonly entry: MenuEntry }[];
}

/** All that the viewer may go to: the public pages, their own, and each organisation they work for. */
export function MenuSections({ withPublic = false }: { readonly withPublic?: boolean }) {
  const text = useText(appMessages);
  const locale = useLocale();
  const groups = useGroups(withPublic);
  return (
    <nav aria-label={text('workspaces')}>
      {groups.map(({ key, title, entries }) => (
        <div key={key} className="gq-menu-group">
          {title !== null && <p className="gq-menu-title">{title}</p>}
          <ul>
            {entries.map(({ to, entry }) => (
              <li key={to}>
                <NavLink to={to} end>
                  {textIn(locale, entry.messages)(entry.label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function useGroups(withPublic: boolean): readonly Group[] {
  const text = useText(appMessages);
  const viewer = useViewer();
  const linked = (entries: readonly MenuEntry[]) =>
    entries.map((entry) => ({ to: entry.path, entry }));
  const groups: Group[] = [];
  if (withPublic)
    groups.push({
      key: 'public',
      title: null,
      entries: linked(menus.filter((entry) => entry.in === 'public')),
    });
  if (!viewer) return groups;
  if (viewer.isAdministrator)
    groups.push({
      key: 'administrator',
      title: text('platform'),
      entries: linked(menus.filter((entry) => entry.in === 'administrator')),
    });
  for (const { organisation } of membershipsOf(viewer))
    groups.push({
      key: organisation.id,
      title: organisation.name,
      entries: menus
        .filter((entry) => typeof entry.in !== 'string' && entry.in.includes(organisation.kind))
        .map((entry) => ({ to: entry.path.replace(':organisationId', organisation.id), entry })),
    });
  groups.push({
    key: 'personal',
    title: text('personal'),
    entries: linked(menus.filter((entry) => entry.in === 'personal')),
  });
  return groups;
}
