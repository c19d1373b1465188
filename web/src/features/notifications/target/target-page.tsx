import { Link, Navigate, useParams } from 'react-router';
import type { NotificationTargetType } from '@/graphql/generated/features/notifications/list/notifications';
import { NotificationTargetOwners } from '@/graphql/generated/features/notifications/target/target';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { ownerPath } from './owner-path';
import { targetMessages } from './target.messages';

/** Finds out whose a record is and goes on to its page there. */
export function Page() {
  const text = useText(targetMessages);
  const viewer = useViewer();
  const { kind = '', type = '', id = '' } = useParams();
  const target = { type: type as NotificationTargetType, id };
  const query = useOperation(NotificationTargetOwners, {
    id,
    isApplication: type === 'APPLICATION',
    isJobPosting: type === 'JOB_POSTING',
    isAgreement: type === 'AGREEMENT',
    isAffiliation: type === 'AFFILIATION',
    isOrganisation: type === 'ORGANISATION',
  });
  return (
    <Frame title={text('title')}>
      <Loaded of={query}>
        {(owners) => {
          const path = ownerPath(kind, target, owners, membershipsOf(viewer));
          return path === null ? (
            <EmptyState title={text('gone')}>
              <Link className="gq-button" to="/me/notifications">
                {text('back')}
              </Link>
            </EmptyState>
          ) : (
            <Navigate to={path} replace />
          );
        }}
      </Loaded>
    </Frame>
  );
}
