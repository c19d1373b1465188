import { Alert } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { MyRecommendations } from '@/graphql/generated/features/matching/recommendations';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { DismissedList, RestoreButton } from './dismissed-list';
import { matchingMessages } from './matching.messages';
import { MyAllocations } from './my-allocations';
import { MyInvitations } from './my-invitations';
import { NothingRecommended, type OwnProfile } from './nothing-recommended';
import { MatchOutlook } from './outlook/match-outlook';
import { RecommendationCard } from './recommendation-card';
import { RecommendationFilters } from './recommendation-filters';
import { useRecommendationFilters } from './use-recommendation-filters';
import './matching.css';

/** A list that is made anew is asked for so often, so long. */
const POLL_MS = 2_000;
const RENEWED_MS = 12_000;

interface Dismissed {
  readonly id: string;
  readonly title: string;
}

export function Page() {
  const text = useText(matchingMessages);
  const [dismissed, setDismissed] = useState<Dismissed | null>(null);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  useEffect(() => {
    if (restoredAt === null) return;
    const timer = setTimeout(() => setRestoredAt(null), RENEWED_MS);
    return () => clearTimeout(timer);
  }, [restoredAt]);
  const restored = (): void => {
    setDismissed(null);
    setRestoredAt(Date.now());
  };
  return (
    <Frame title={text('title')} lead={text('lead')}>
      <MyInvitations />
      <MyAllocations />
      <Recommended isRenewing={restoredAt !== null} onDismissed={setDismissed}>
        {dismissed && (
          <div className="gq-matching-undo" role="status">
            <span>{text('dismissed', { title: dismissed.title })}</span>
            <RestoreButton
              recommendationId={dismissed.id}
              title={dismissed.title}
              onRestored={restored}
            />
          </div>
        )}
      </Recommended>
      <DismissedList onRestored={restored} />
    </Frame>
  );
}

interface RecommendedProps {
  readonly isRenewing: boolean;
  readonly onDismissed: (dismissed: Dismissed) => void;
  /** Above the list. */
  readonly children: ReactNode;
}

function Recommended({ isRenewing, onDismissed, children }: RecommendedProps) {
  const text = useText(matchingMessages);
  const filters = useRecommendationFilters();
  const pages = usePages(
    MyRecommendations,
    { filter: filters.filter },
    ({ myRecommendations }) => myRecommendations,
    isRenewing ? { pollMs: POLL_MS } : {},
  );
  return (
    <Loaded of={pages}>
      {({ first, nodes }) => {
        const profile = first.me?.profile ?? null;
        const shown = nodes.flatMap(({ jobPosting, ...recommendation }) =>
          jobPosting === null ? [] : [{ ...recommendation, jobPosting }],
        );
        if (profile === null || (shown.length === 0 && !filters.isNarrowed))
          return (
            <>
              {children}
              <NothingRecommended profile={profile} />
              {profile?.isActive && <MatchOutlook />}
            </>
          );
        return (
          <>
            <section className="gq-matching-part" aria-labelledby="gq-matching-list">
              <h2 id="gq-matching-list">{text('list')}</h2>
              <Incomplete profile={profile} />
              <RecommendationFilters filters={filters} />
              {children}
              {shown.length === 0 ? (
                <EmptyState title={text('nothingFiltered')}>
                  <button type="button" className="gq-button" onClick={filters.clear}>
                    {text('clearFilters')}
                  </button>
                </EmptyState>
              ) : (
                <ol className="gq-matching-list">
                  {shown.map((recommendation, index) => (
                    <li key={recommendation.id}>
                      <RecommendationCard
                        recommendation={recommendation}
                        isOpen={index === 0}
                        onDismissed={() =>
                          onDismissed({
                            id: recommendation.id,
                            title: recommendation.jobPosting.title,
                          })
                        }
                      />
                    </li>
                  ))}
                </ol>
              )}
              <MoreButton pages={pages} />
            </section>
            <MatchOutlook />
          </>
        );
      }}
    </Loaded>
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
