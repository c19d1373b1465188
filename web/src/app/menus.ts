import { homeMenu } from '@/features/home/routes';
import type { MenuEntry } from '@/shared/routing/menu';

/** Every entry, in the order in which it is shown. */
export const menus: readonly MenuEntry[] = [...homeMenu];
