import { Navigate, useParams } from 'react-router';
import { Agreement } from '@/graphql/generated/features/agreements/agreement';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { AgreementView } from './agreement-page';
import { agreementMessages } from './agreement.messages';

/**
 * Where notices lead: to the agreement in the workspace of the party the reader works for. A person who is a party himself,
 * or a guardian, has no workspace and reads it here.
 */
export function Page() {
  const text = useText(agreementMessages);
  const { agreementId = '' } = useParams();
  const viewer = useViewer();
  const query = useOperation(Agreement, { id: agreementId });
  return (
    <Loaded of={query}>
      {({ agreement }) => {
        if (agreement === null || agreement === undefined)
          return (
            <Frame title={text('gone')}>
              <EmptyState title={text('goneText')} />
            </Frame>
          );
        const parties = agreement.parties.map(({ organisation }) => organisation?.id);
        const own = membershipsOf(viewer).find(({ organisation }) =>
          parties.includes(organisation.id),
        );
        return own === undefined ? (
          <AgreementView agreement={agreement} organisationId="" />
        ) : (
          <Navigate to={`/work/${own.organisation.id}/agreements/${agreementId}`} replace />
        );
      }}
    </Loaded>
  );
}
