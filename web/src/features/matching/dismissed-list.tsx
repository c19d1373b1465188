import { Button } from 'antd';
import { Link } from 'react-router';
import {
  MyDismissedRecommendations,
  RestoreRecommendation,
  type MyDismissedRecommendationsQuery,
} from '@/graphql/generated/features/matching/recommendations';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { ErrorState } from '@/shared/ui/states';
import { matchingMessages } from './matching.messages';
import '@/shared/ui/rows.css';

type Dismissal = NonNullable<MyDismissedRecommendationsQuery['myDismissals']>['nodes'][number];

/** What the viewer does not want to be recommended, to be taken back; nothing while there is none. */
export function DismissedList({ onRestored }: { readonly onRestored: () => void }) {
  const text = useText(matchingMessages);
  const { number } = useFormat();
  const pages = usePages(MyDismissedRecommendations, {}, ({ myDismissals }) => myDismissals);
  const { data, error, refetch, totalCount } = pages;
  if (data === undefined)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null;
  if (data.nodes.length === 0) return null;
  return (
    <details className="gq-card gq-matching-dismissed">
      <summary>{text('dismissedList', { count: number(totalCount ?? data.nodes.length) })}</summary>
      <p className="gq-matching-note">{text('dismissedText')}</p>
      <ul className="gq-rows">
        {data.nodes.map((dismissal) => (
          <li key={dismissal.id}>
            <DismissedItem dismissal={dismissal} onRestored={onRestored} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </details>
  );
}

interface DismissedItemProps {
  readonly dismissal: Dismissal;
  readonly onRestored: () => void;
}

function DismissedItem({ dismissal, onRestored }: DismissedItemProps) {
  const text = useText(matchingMessages);
  const { date } = useFormat();
  const { id, reason, dismissedAt, jobPosting } = dismissal;
  const title = jobPosting?.title ?? dismissal.title ?? text('goneJobPosting');
  return (
    <>
      <span>
        {jobPosting === null ? title : <Link to={`/jobs/${jobPosting.id}`}>{title}</Link>}
        <span className="gq-matching-hint">
          {[
            jobPosting?.employerName ?? dismissal.employerName,
            jobPosting === null ? text('goneJobPosting') : null,
            reason === null ? null : text(`because_${reason}`),
            date(dismissedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <RestoreButton recommendationId={id} title={title} onRestored={onRestored} />
    </>
  );
}

export interface RestoreButtonProps {
  readonly recommendationId: string;
  readonly title: string;
  readonly onRestored: () => void;
}

export function RestoreButton({ recommendationId, title, onRestored }: RestoreButtonProps) {
  const text = useText(matchingMessages);
  const attempt = useAttempt();
  const { run, isRunning } = useAction(RestoreRecommendation, {
    refreshes: ['MyRecommendations', 'MyDismissedRecommendations'],
    onDone: onRestored,
  });
  return (
    <Button
      size="small"
      loading={isRunning}
      aria-label={text('restoreOf', { title })}
      onClick={() => void attempt(() => run({ recommendationId }), text('restored'))}
    >
      {text('restore')}
    </Button>
  );
}
