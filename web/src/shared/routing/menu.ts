import type { OrganisationKind } from '@/graphql/generated/shared/viewer/viewer';
import type { Messages } from '@/shared/i18n/messages';

/** One entry of a menu. Paths of workspaces begin below `/work/:organisationId`. */
export interface MenuEntry<TKey extends string = string> {
  readonly path: string;
  readonly messages: Messages<TKey>;
  readonly label: TKey;
  /** Whose menu: everybody's, that of signed-in people, of the platform's administrators, or of workspaces of these kinds. */
  readonly in: 'public' | 'personal' | 'administrator' | readonly OrganisationKind[];
}

/** Keeps label and messages together, so that a label that does not exist does not compile. */
export function menuOf<TKey extends string>(
  messages: Messages<TKey>,
  entries: readonly Omit<MenuEntry<TKey>, 'messages'>[],
): readonly MenuEntry[] {
  return entries.map((entry) => ({ ...entry, messages: messages }));
}
