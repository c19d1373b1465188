import { Link, useParams } from 'react-router';
import { PublicOrganisation } from '@/graphql/generated/features/organisations/public/organisation';
import { useOperation } from '@/shared/graphql/query';
import { useHead } from '@/shared/head/head';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import { OrganisationView } from './organisation-view';
import { publicOrganisationMessages } from './public-organisation.messages';

export function Page() {
  const { id = '' } = useParams();
  const organisation = useOperation(PublicOrganisation, { id });
  return (
    <Loaded of={organisation}>
      {(data) =>
        data.organisation === null ? (
          <NoOrganisation />
        ) : (
          <OrganisationView organisation={data.organisation} />
        )
      }
    </Loaded>
  );
}

/** The same for what does not exist and for what is not the reader's to see. */
function NoOrganisation() {
  const text = useText(publicOrganisationMessages);
  useHead({ title: text('notFoundTitle') });
  return (
    <section className="gq-page gq-page-narrow gq-centred" data-status="404">
      <h1>{text('notFoundTitle')}</h1>
      <p>{text('notFoundText')}</p>
      <Link className="gq-button" to="/jobs">
        {text('toSearch')}
      </Link>
    </section>
  );
}
