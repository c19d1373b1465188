import { membershipsOf, useViewer, type Membership } from './use-viewer';

/** The viewer's place in the organisation whose workspace is open. */
export function useMembership(organisationId: string): Membership | null {
  const viewer = useViewer();
  return (
    membershipsOf(viewer).find(({ organisation }) => organisation.id === organisationId) ?? null
  );
}
