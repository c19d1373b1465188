import { Suspense } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { ErrorBoundary } from '@/shared/ui/error-boundary';
import { LoadingState } from '@/shared/ui/states';
import { NotFoundPage } from './not-found-page';
import type { LoadedRoute } from '@/shared/routing/page-route';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';

/** Shows a page to those it is for. The API decides what may be seen; this only spares people pages that would be empty. */
export function AccessBoundary({ route }: { readonly route: LoadedRoute }) {
  const location = useLocation();
  const { Component, access } = route;
  return (
    <ErrorBoundary key={location.pathname}>
      <Suspense fallback={<LoadingState />}>
        {access === undefined ? (
          <Component />
        ) : (
          <Guarded access={access}>
            <Component />
          </Guarded>
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

function Guarded({
  access,
  children,
}: {
  readonly access: NonNullable<LoadedRoute['access']>;
  readonly children: React.ReactNode;
}) {
  const viewer = useViewer();
  const { organisationId } = useParams();
  const { pathname, search } = useLocation();
  if (viewer === undefined) return <LoadingState />;
  if (viewer === null) {
    const then = encodeURIComponent(pathname + search);
    return <Navigate to={`/sign-in?then=${then}`} replace />;
  }
  if (access === 'administrator' && !viewer.isAdministrator) return <NotFoundPage />;
  const isMember = membershipsOf(viewer).some(
    ({ organisation }) => organisation.id === organisationId,
  );
  if (access === 'member' && !isMember) return <NotFoundPage />;
  return children;
}
