import { Link, useParams } from 'react-router';
import {
  RecommendedCandidates,
  type RecommendedCandidatesQuery,
} from '@/graphql/generated/features/matching/employer/recommended';
import { NotMine } from '@/features/job-postings/own/not-mine';
import { PostingFrame } from '@/features/job-postings/own/posting-frame';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { MatchReasons } from '../match-reasons';
import { AllocatedCandidates } from './allocated-candidates';
import { CandidateFilters, useCandidateFilters } from './candidate-filters';
import { CandidateItem } from './candidate-item';
import { recommendedMessages } from './recommended.messages';
import './recommended.css';

type Posting = NonNullable<RecommendedCandidatesQuery['jobPosting']>;

/** People who fit a posting and let employers find them. */
export function Page() {
  const text = useText(recommendedMessages);
  const { organisationId = '', postingId = '' } = useParams();
  const filters = useCandidateFilters();
  const pages = usePages(
    RecommendedCandidates,
    { jobPostingId: postingId, filter: filters.filter },
    ({ recommendedCandidates }) => recommendedCandidates,
  );
  const posting = `/work/${organisationId}/postings/${postingId}`;
  const base = `${posting}/recommended`;
  return (
    <Loaded of={pages}>
      {({ first: { jobPosting }, nodes }) =>
        jobPosting?.organisation?.id === organisationId ? (
          <PostingFrame
            organisationId={organisationId}
            postingId={postingId}
            title={text('of', { title: jobPosting.title })}
            lead={text('lead')}
          >
            <AllocatedCandidates postingId={postingId} base={base} />
            {nodes.length === 0 && !filters.isNarrowed ? (
              <Nobody state={jobPosting.state} edit={`${posting}/edit`} />
            ) : (
              <section className="gq-recommended-part" aria-labelledby="gq-recommended-list">
                <h2 id="gq-recommended-list">{text('list')}</h2>
                <CandidateFilters filters={filters} />
                {nodes.length === 0 ? (
                  <EmptyState title={text('noneFiltered')}>
                    <button type="button" className="gq-button" onClick={filters.clear}>
                      {text('clearFilters')}
                    </button>
                  </EmptyState>
                ) : (
                  <ul className="gq-recommended">
                    {nodes.map(({ id, profileId, isFirst, score, reasons }) => (
                      <CandidateItem
                        key={id}
                        profileId={profileId}
                        postingId={postingId}
                        to={`${base}/${profileId}`}
                        isFirst={isFirst}
                      >
                        <MatchReasons score={score} reasons={reasons} text={text} />
                      </CandidateItem>
                    ))}
                  </ul>
                )}
                <MoreButton pages={pages} />
              </section>
            )}
          </PostingFrame>
        ) : (
          <NotMine organisationId={organisationId} />
        )
      }
    </Loaded>
  );
}

function Nobody({ state, edit }: { readonly state: Posting['state']; readonly edit: string }) {
  const text = useText(recommendedMessages);
  return (
    <EmptyState title={text('none')}>
      <p>{text(state === 'PUBLISHED' ? 'noneText' : 'notOpen')}</p>
      <Link className="gq-button" to={edit}>
        {text('edit')}
      </Link>
    </EmptyState>
  );
}
