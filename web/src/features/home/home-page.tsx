import { Link } from 'react-router';
import { NewestPostings } from '@/graphql/generated/features/home/home';
import type { FacetValue } from '@/features/search/facets';
import { PostingCard } from '@/features/search/posting-card';
import { SearchBox } from '@/features/search/search-box';
import { searchPath } from '@/features/search/search-conditions';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useHead } from '@/shared/head/head';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import { useViewer } from '@/shared/viewer/use-viewer';
import { homeMessages } from './home.messages';
import { MarketNow } from './market-now';
import { usePopular } from './use-popular';

export function Page() {
  const text = useText(homeMessages);
  const viewer = useViewer();
  const popular = usePopular();
  const newest = useOperation(NewestPostings, {});
  useHead({ title: text('title'), description: text('description') });
  return (
    <div className="gq-page gq-home">
      <header className="gq-home-hero">
        <h1>{text('title')}</h1>
        <p>{text('lead')}</p>
        <SearchBox />
      </header>
      <MarketNow />
      <PopularLinks
        title={text('regions')}
        values={popular.regions}
        to={(region) => searchPath({ region })}
      />
      <PopularLinks
        title={text('occupations')}
        values={popular.occupations}
        to={(occupation) => searchPath({ occupation })}
      />
      <section className="gq-home-part">
        <header className="gq-home-part-header">
          <h2>{text('newest')}</h2>
          <Link to={searchPath({ sort: 'NEWEST' })}>{text('all')}</Link>
        </header>
        <Loaded of={newest}>
          {({ searchJobPostings }) => (
            <ul className="gq-posting-list gq-home-newest">
              {searchJobPostings.nodes.map((posting) => (
                <li key={posting.id}>
                  <PostingCard posting={posting} heading="h3" />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </section>
      {viewer === null && (
        <section className="gq-home-invitations">
          <Invitation
            title={text('seekers')}
            lead={text('seekersText')}
            to="/sign-up"
            label={text('signUp')}
          />
          <Invitation
            title={text('employers')}
            lead={text('employersText')}
            to="/sign-up"
            label={text('signUpEmployer')}
          />
        </section>
      )}
    </div>
  );
}

interface PopularLinksProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly to: (code: string) => string;
}

function PopularLinks({ title, values, to }: PopularLinksProps) {
  const { number } = useFormat();
  if (values.length === 0) return null;
  return (
    <section className="gq-home-part">
      <h2>{title}</h2>
      <ul className="gq-home-links">
        {values.map(({ value, label, count }) => (
          <li key={value}>
            <Link to={to(value)}>
              {label} <span className="gq-filter-count">{number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface InvitationProps {
  readonly title: string;
  readonly lead: string;
  readonly to: string;
  readonly label: string;
}

function Invitation({ title, lead, to, label }: InvitationProps) {
  return (
    <article className="gq-card">
      <h2>{title}</h2>
      <p>{lead}</p>
      <Link className="gq-button" to={to}>
        {label}
      </Link>
    </article>
  );
}
