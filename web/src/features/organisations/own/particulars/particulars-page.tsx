import '../own.css';
import { useParams } from 'react-router';
import { OwnOrganisation } from '@/graphql/generated/features/organisations/own/particulars/particulars';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { ParticularsFacts } from './particulars-facts';
import { ParticularsForm } from './particulars-form';
import { particularsMessages } from './particulars.messages';

/** What the organisation says about itself: to edit for its administrators, to read for its members. */
export function Page() {
  const text = useText(particularsMessages);
  const { organisationId: id = '' } = useParams();
  const query = useOperation(OwnOrganisation, { id });
  return (
    <Frame title={text('title')} lead={text('titleLead')}>
      <Loaded of={query}>
        {({ organisation }) => {
          if (organisation === null) return <EmptyState />;
          return organisation.viewerCan.edit ? (
            <ParticularsForm key={organisation.version} organisation={organisation} />
          ) : (
            <ParticularsFacts organisation={organisation} />
          );
        }}
      </Loaded>
    </Frame>
  );
}
