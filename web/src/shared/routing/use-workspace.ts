import { useParams } from 'react-router';

export interface Workspace {
  /** Whose workspace is open; null in that of the platform's administrators. */
  readonly organisationId: string | null;
  /** Where its pages begin. */
  readonly base: string;
}

/** The workspace a page is shown in: that of an organisation, or the platform's own. */
export function useWorkspace(): Workspace {
  const { organisationId } = useParams();
  return organisationId === undefined
    ? { organisationId: null, base: '/platform' }
    : { organisationId, base: `/work/${organisationId}` };
}
