import { Link } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { Page } from '@/shared/ui/page';
import { ownWordsMessages } from './own-words.messages';

/** The same for a posting that does not exist and for one of somebody else. */
export function NotMine({ organisationId }: { readonly organisationId: string }) {
  const text = useText(ownWordsMessages);
  return (
    <Page title={text('notMine')} lead={text('notMineText')} width="narrow">
      <Link className="gq-button" to={`/work/${organisationId}/postings`}>
        {text('toPostings')}
      </Link>
    </Page>
  );
}
