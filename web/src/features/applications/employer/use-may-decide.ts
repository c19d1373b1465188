import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';

/** Whether the viewer answers applications for the organisation, or only reads them. */
export function useMayDecide(organisationId: string): boolean {
  const membership = membershipsOf(useViewer()).find(
    ({ organisation }) => organisation.id === organisationId,
  );
  return (
    membership !== undefined &&
    membership.role !== 'VIEWER' &&
    membership.organisation.standing === 'VERIFIED'
  );
}
