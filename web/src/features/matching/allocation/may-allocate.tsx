import { useText } from '@/shared/i18n/messages';
import { Page } from '@/shared/ui/page';
import { EmptyState } from '@/shared/ui/states';
import { useMembership } from '@/shared/viewer/use-membership';
import { allocationMessages } from './allocation.messages';

/** Bureaux allocate, and in them whoever does the daily work. */
export function useMayAllocate(organisationId: string): boolean {
  const membership = useMembership(organisationId);
  return membership?.organisation.kind === 'HR_BUREAU' && membership.role !== 'VIEWER';
}

export function NotAllowed() {
  const text = useText(allocationMessages);
  return (
    <Page title={text('title')}>
      <EmptyState title={text('mayNot')} />
    </Page>
  );
}
