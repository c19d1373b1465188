import { Navigate, useParams } from 'react-router';
import { Agreement } from '@/graphql/generated/features/agreements/agreement';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { agreementMessages } from './agreement.messages';

/** Where notices lead: to the agreement in the workspace of the party the reader works for. */
export function Page() {
  const text = useText(agreementMessages);
  const { agreementId = '' } = useParams();
  const viewer = useViewer();
  const query = useOperation(Agreement, { id: agreementId });
  return (
    <Loaded of={query}>
      {({ agreement }) => {
        const own = membershipsOf(viewer).find(({ organisation }) =>
          [agreement?.college?.id, agreement?.enterprise?.id].includes(organisation.id),
        );
        if (own !== undefined)
          return <Navigate to={`/work/${own.organisation.id}/agreements/${agreementId}`} replace />;
        return (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')} />
          </Frame>
        );
      }}
    </Loaded>
  );
}
