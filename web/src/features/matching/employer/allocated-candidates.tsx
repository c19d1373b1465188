import { AllocatedCandidates as CandidatesAllocated } from '@/graphql/generated/features/matching/employer/allocated';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { ErrorState } from '@/shared/ui/states';
import { CandidateItem } from './candidate-item';
import { recommendedMessages } from './recommended.messages';

/** People to whom committed allocations recommend the posting; nothing while there are none. */
export function AllocatedCandidates({
  postingId,
  base,
}: {
  readonly postingId: string;
  readonly base: string;
}) {
  const text = useText(recommendedMessages);
  const pages = usePages(
    CandidatesAllocated,
    { jobPostingId: postingId },
    ({ allocatedCandidates }) => allocatedCandidates,
  );
  const { data, error, refetch } = pages;
  if (data === undefined)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null;
  if (data.nodes.length === 0) return null;
  return (
    <section className="gq-recommended-part" aria-labelledby="gq-recommended-allocated">
      <h2 id="gq-recommended-allocated">{text('allocated')}</h2>
      <p className="gq-recommended-lead">{text('allocatedText')}</p>
      <ul className="gq-recommended">
        {data.nodes.map(({ id, profileId, rank, score }) => (
          <CandidateItem
            key={id}
            profileId={profileId}
            postingId={postingId}
            to={`${base}/${profileId}`}
          >
            <p className="gq-recommended-lead">{text('allocatedRank', { rank, score })}</p>
          </CandidateItem>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}
