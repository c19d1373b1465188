import { Link } from 'react-router';
import {
  DismissRecommendation,
  type MyRecommendationsQuery,
} from '@/graphql/generated/features/matching/recommendations';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { DismissibleCard } from './dismissible-card';
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
  const { date } = useFormat();
  const { id, score, reasons, isFirst, seatPrice, jobPosting } = recommendation;
  const { title, invitedAt } = jobPosting;
  const { run } = useAction(DismissRecommendation, {
    refreshes: ['MyRecommendations', 'MyDismissedRecommendations', 'MyInvitations'],
  });
  return (
    <DismissibleCard
      posting={jobPosting}
      label={text('dismiss')}
      name={text('dismissOf', { title })}
      dismiss={(reason) => run({ recommendationId: id, reason })}
      onDismissed={onDismissed}
    >
      {invitedAt !== null && (
        <p className="gq-matching-allocated">{text('invitedOn', { day: date(invitedAt) })}</p>
      )}
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
    </DismissibleCard>
  );
}
