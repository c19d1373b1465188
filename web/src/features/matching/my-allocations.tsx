import { PostingCard } from '@/features/search/posting-card';
import { MyAllocations as AllocationsOfMine } from '@/graphql/generated/features/matching/my-allocations';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { ErrorState } from '@/shared/ui/states';
import { matchingMessages } from './matching.messages';

/** Postings that bureaux allocated to the viewer; nothing while there are none. */
export function MyAllocations() {
  const text = useText(matchingMessages);
  const pages = usePages(AllocationsOfMine, {}, ({ myAllocations }) => myAllocations);
  const { data, error, refetch } = pages;
  if (data === undefined)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null;
  const shown = data.nodes.flatMap(({ jobPosting, ...seat }) =>
    jobPosting === null ? [] : [{ ...seat, jobPosting }],
  );
  if (shown.length === 0) return null;
  return (
    <section className="gq-matching-part" aria-labelledby="gq-matching-allocated">
      <h2 id="gq-matching-allocated">{text('allocated')}</h2>
      <p className="gq-matching-note">{text('allocatedText')}</p>
      <ol className="gq-matching-list">
        {shown.map(({ id, rank, score, jobPosting }) => (
          <li key={id}>
            <PostingCard posting={jobPosting} heading="h3">
              <p className="gq-matching-allocated">{text('allocatedRank', { rank, score })}</p>
            </PostingCard>
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </section>
  );
}
