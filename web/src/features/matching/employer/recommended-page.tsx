import { Link, useParams } from 'react-router';
import { RecommendedCandidates } from '@/graphql/generated/features/matching/employer/recommended';
import { NotMine } from '@/features/job-postings/own/not-mine';
import { PostingFrame } from '@/features/job-postings/own/posting-frame';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AllocatedCandidates } from './allocated-candidates';
import { CandidateItem } from './candidate-item';
import { CandidateReasons } from './candidate-reasons';
import { recommendedMessages } from './recommended.messages';
import './recommended.css';

/** People who fit a posting and let employers find them. */
export function Page() {
  const text = useText(recommendedMessages);
  const { organisationId = '', postingId = '' } = useParams();
  const pages = usePages(
    RecommendedCandidates,
    { jobPostingId: postingId },
    ({ recommendedCandidates }) => recommendedCandidates,
  );
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
            <AllocatedCandidates postingId={postingId} />
            {nodes.length === 0 ? (
              <EmptyState title={text('none')}>
                <p>{text(jobPosting.state === 'PUBLISHED' ? 'noneText' : 'notOpen')}</p>
                <Link
                  className="gq-button"
                  to={`/work/${organisationId}/postings/${postingId}/edit`}
                >
                  {text('edit')}
                </Link>
              </EmptyState>
            ) : (
              <section className="gq-recommended-part" aria-labelledby="gq-recommended-list">
                <h2 id="gq-recommended-list">{text('list')}</h2>
                <ul className="gq-recommended">
                  {nodes.map((candidate) => (
                    <CandidateItem key={candidate.id} profileId={candidate.profileId}>
                      <CandidateReasons score={candidate.score} reasons={candidate.reasons} />
                    </CandidateItem>
                  ))}
                </ul>
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
