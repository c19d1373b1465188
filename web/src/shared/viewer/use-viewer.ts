import { Viewer, type ViewerQuery } from '@/graphql/generated/shared/viewer/viewer';
import { useOperation } from '@/shared/graphql/query';

export type SignedInViewer = NonNullable<ViewerQuery['me']>;
export type Membership = SignedInViewer['organisations'][number] & {
  readonly organisation: NonNullable<SignedInViewer['organisations'][number]['organisation']>;
};

/** Who reads the page: undefined while unknown, null when nobody is signed in. */
export function useViewer(): SignedInViewer | null | undefined {
  const { data } = useOperation(Viewer, {});
  return data?.me;
}

/** The organisations the viewer works for. */
export function membershipsOf(viewer: SignedInViewer | null | undefined): readonly Membership[] {
  return (viewer?.organisations ?? []).filter(
    (membership): membership is Membership => membership.organisation !== null,
  );
}
