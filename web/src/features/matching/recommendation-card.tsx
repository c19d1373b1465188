import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { PostingCard } from '@/features/search/posting-card';
import {
  DismissRecommendation,
  type MyRecommendationsQuery,
} from '@/graphql/generated/features/matching/recommendations';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { DismissDialog } from './dismiss-dialog';
import { MatchReasons } from './match-reasons';
import { matchingMessages } from './matching.messages';

export type Recommendation = NonNullable<
  MyRecommendationsQuery['myRecommendations']
>['nodes'][number] & {
  readonly jobPosting: object;
};

export interface RecommendationCardProps {
  readonly recommendation: Recommendation;
  readonly isOpen: boolean;
  readonly onDismissed: () => void;
}

/** A posting with the reasons for it, and a way to say that it is not wanted. */
export function RecommendationCard(props: RecommendationCardProps) {
  const { recommendation, isOpen, onDismissed } = props;
  const text = useText(matchingMessages);
  const [isDismissing, setDismissing] = useState(false);
  const { id, score, reasons, isFirst, seatPrice, jobPosting } = recommendation;
  const { title } = jobPosting;
  const { run } = useAction(DismissRecommendation, {
    refreshes: ['MyRecommendations', 'MyDismissedRecommendations'],
  });
  const close = (isDone: boolean): void => {
    setDismissing(false);
    if (isDone) onDismissed();
  };
  return (
    <>
      <PostingCard
        posting={jobPosting}
        heading="h3"
        actions={
          <Button
            type="text"
            aria-label={text('dismissOf', { title })}
            onClick={() => setDismissing(true)}
          >
            {text('dismiss')}
          </Button>
        }
      >
        <MatchReasons
          score={score}
          reasons={reasons}
          text={text}
          isOpen={isOpen}
          addMissing={<Link to="/me/profile?step=skills">{text('addSkills')}</Link>}
        >
          {(isFirst || seatPrice > 0) && (
            <ul className="gq-match-place">
              {isFirst && <li>{text('isFirst')}</li>}
              {seatPrice > 0 && <li>{text('seatPrice', { points: seatPrice })}</li>}
            </ul>
          )}
        </MatchReasons>
      </PostingCard>
      {isDismissing && (
        <DismissDialog
          title={title}
          run={(reason) => run({ recommendationId: id, reason })}
          onClose={close}
        />
      )}
    </>
  );
}
