import type { PostingCardData } from '@/features/search/posting-card';
import {
  DeclineAllocation,
  MyAllocations as AllocationsOfMine,
} from '@/graphql/generated/features/matching/my-allocations';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { ErrorState } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { DismissibleCard } from './dismissible-card';
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
        {shown.map((seat) => (
          <li key={seat.id}>
            <AllocatedCard seat={seat} />
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </section>
  );
}

interface AllocatedCardProps {
  readonly seat: {
    readonly id: string;
    readonly rank: number;
    readonly score: number;
    readonly jobPosting: PostingCardData;
  };
}

function AllocatedCard({ seat: { id, rank, score, jobPosting } }: AllocatedCardProps) {
  const text = useText(matchingMessages);
  const { run } = useAction(DeclineAllocation, {
    refreshes: ['MyAllocations', 'MyRecommendations', 'MyDismissedRecommendations'],
  });
  const { title } = jobPosting;
  return (
    <DismissibleCard
      posting={jobPosting}
      label={text('decline')}
      name={text('declineOf', { title })}
      dismiss={(reason) => run({ allocationAssignmentId: id, reason })}
      onDismissed={() => toast.success(text('declined', { title }))}
    >
      <p className="gq-matching-allocated">{text('allocatedRank', { rank, score })}</p>
    </DismissibleCard>
  );
}
