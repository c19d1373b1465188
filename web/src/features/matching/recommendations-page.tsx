import { Alert } from 'antd';
import { Link } from 'react-router';
import {
  MyRecommendations,
  type MyRecommendationsQuery,
} from '@/graphql/generated/features/matching/recommendations';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { matchingMessages } from './matching.messages';
import { MyAllocations } from './my-allocations';
import { RecommendationCard } from './recommendation-card';
import './matching.css';

type OwnProfile = NonNullable<NonNullable<MyRecommendationsQuery['me']>['profile']>;

export function Page() {
  const text = useText(matchingMessages);
  const pages = usePages(MyRecommendations, {}, ({ myRecommendations }) => myRecommendations);
  return (
    <Frame title={text('title')} lead={text('lead')}>
      <MyAllocations />
      <Loaded of={pages}>
        {({ first, nodes }) => {
          const profile = first.me?.profile ?? null;
          const shown = nodes.filter(({ jobPosting }) => jobPosting !== null);
          if (profile === null || shown.length === 0) return <Nothing profile={profile} />;
          return (
            <section className="gq-matching-part" aria-labelledby="gq-matching-list">
              <h2 id="gq-matching-list">{text('list')}</h2>
              <Incomplete profile={profile} />
              <ol className="gq-matching-list">
                {shown.map((recommendation) => (
                  <li key={recommendation.id}>
                    <RecommendationCard recommendation={recommendation} />
                  </li>
                ))}
              </ol>
              <MoreButton pages={pages} />
            </section>
          );
        }}
      </Loaded>
    </Frame>
  );
}

function Incomplete({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(matchingMessages);
  const { share } = useFormat();
  if (profile.completeness.isComplete) return null;
  return (
    <Alert
      className="gq-matching-incomplete"
      type="info"
      showIcon
      title={text('incomplete', { share: share(profile.completeness.share) })}
      action={<Link to="/me/profile">{text('complete')}</Link>}
    />
  );
}

/** Why there is nothing to recommend, and what to do about it. */
function Nothing({ profile }: { readonly profile: OwnProfile | null }) {
  const text = useText(matchingMessages);
  const toProfile = (
    <Link className="gq-button" to="/me/profile">
      {text('toProfile')}
    </Link>
  );
  if (profile === null)
    return (
      <EmptyState title={text('noProfile')}>
        <p>{text('noProfileText')}</p>
        {toProfile}
      </EmptyState>
    );
  if (!profile.isActive)
    return (
      <EmptyState title={text('notLooking')}>
        <p>{text('notLookingText')}</p>
        {toProfile}
      </EmptyState>
    );
  const { isComplete } = profile.completeness;
  return (
    <EmptyState title={text('nothing')}>
      <p>{text(isComplete ? 'nothingComplete' : 'nothingIncomplete')}</p>
      {isComplete ? (
        <Link className="gq-button" to="/jobs">
          {text('toSearch')}
        </Link>
      ) : (
        toProfile
      )}
    </EmptyState>
  );
}
