import { Link } from 'react-router';
import {
  FormerPosting,
  type FormerPostingQuery,
} from '@/graphql/generated/features/job-postings/public/posting';
import { SimilarPostings } from '@/graphql/generated/features/job-postings/public/similar';
import { PostingCard } from '@/features/search/posting-card';
import { searchPath } from '@/features/search/search-conditions';
import { useOperation } from '@/shared/graphql/query';
import { useHead } from '@/shared/head/head';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import { postingMessages } from './posting.messages';
import { similarFilter } from './similar-filter';

/** Where no open posting is: there was one and it is over, or there is none. */
export function FormerPostingView({ postingId }: { readonly postingId: string }) {
  const asked = useOperation(FormerPosting, { id: postingId });
  return (
    <Loaded of={asked}>
      {({ formerJobPosting }) =>
        formerJobPosting === null ? <NoPosting /> : <Gone former={formerJobPosting} />
      }
    </Loaded>
  );
}

/** The same for what does not exist and for what is not the reader's to see. */
function NoPosting() {
  const text = useText(postingMessages);
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

type Former = NonNullable<FormerPostingQuery['formerJobPosting']>;

function Gone({ former }: { readonly former: Former }) {
  const text = useText(postingMessages);
  const { title, closeCause, occupationCode, regionCode } = former;
  const heading = title === null ? text('gone') : text('goneTitle', { title });
  const similar = useOperation(SimilarPostings, { filter: similarFilter(former) });
  const postings = similar.data?.searchJobPostings.nodes ?? [];
  useHead({ title: heading });
  return (
    <div className="gq-page" data-status="410">
      <section className="gq-card gq-posting-gone">
        <h1>{heading}</h1>
        <p>{text(`cause_${closeCause}`)}</p>
        <Link
          className="gq-button"
          to={searchPath(
            occupationCode === null ? { region: regionCode } : { occupation: occupationCode },
          )}
        >
          {text('goneSearch')}
        </Link>
      </section>
      {postings.length > 0 && (
        <section>
          <h2 className="gq-posting-heading">{text('similar')}</h2>
          <ul className="gq-posting-list">
            {postings.map((posting) => (
              <li key={posting.id}>
                <PostingCard posting={posting} heading="h3" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
