import { activitiesMenu } from '@/features/activities/routes';
import { affiliationsMenu } from '@/features/affiliations/routes';
import { agreementsMenu } from '@/features/agreements/routes';
import { applicationsMenu } from '@/features/applications/routes';
import { homeMenu } from '@/features/home/routes';
import { identityMenu } from '@/features/identity/routes';
import { jobPostingsMenu } from '@/features/job-postings/routes';
import { matchingMenu } from '@/features/matching/routes';
import { notificationsMenu } from '@/features/notifications/routes';
import { organisationsMenu, organisationSettingsMenu } from '@/features/organisations/routes';
import { profilesMenu } from '@/features/profiles/routes';
import { candidatesMenu, searchMenu } from '@/features/search/routes';
import { statisticsMenu } from '@/features/statistics/routes';
import type { MenuEntry } from '@/shared/routing/menu';

/** Every entry, in the order in which it is shown. */
export const menus: readonly MenuEntry[] = [
  ...homeMenu,
  ...searchMenu,
  ...organisationsMenu,
  ...jobPostingsMenu,
  ...candidatesMenu,
  ...matchingMenu,
  ...applicationsMenu,
  ...profilesMenu,
  ...affiliationsMenu,
  ...agreementsMenu,
  ...activitiesMenu,
  ...statisticsMenu,
  ...organisationSettingsMenu,
  ...notificationsMenu,
  ...identityMenu,
];
