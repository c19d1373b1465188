import { App, Button } from 'antd';
import { PostingCard } from '@/features/search/posting-card';
import {
  DismissRecommendation,
  type MyRecommendationsQuery,
} from '@/graphql/generated/features/matching/recommendations';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { MatchReasons } from './match-reasons';
import { matchingMessages } from './matching.messages';

export type Recommendation = NonNullable<
  MyRecommendationsQuery['myRecommendations']
>['nodes'][number];

export function RecommendationCard({
  recommendation,
}: {
  readonly recommendation: Recommendation;
}) {
  const text = useText(matchingMessages);
  const words = useText(uiMessages);
  const { modal } = App.useApp();
  const attempt = useAttempt();
  const { run, isRunning } = useAction(DismissRecommendation, {
    refreshes: ['MyRecommendations'],
  });
  const { id, score, reasons, jobPosting } = recommendation;
  if (jobPosting === null) return null;
  const { title } = jobPosting;
  const ask = (): void => {
    modal.confirm({
      title: text('dismissTitle', { title }),
      content: text('dismissText'),
      okText: text('dismiss'),
      cancelText: words('cancel'),
      onOk: () => attempt(() => run({ recommendationId: id }), text('dismissed')),
    });
  };
  return (
    <PostingCard
      posting={jobPosting}
      heading="h3"
      actions={
        <Button
          type="text"
          loading={isRunning}
          aria-label={text('dismissOf', { title })}
          onClick={ask}
        >
          {text('dismiss')}
        </Button>
      }
    >
      <MatchReasons score={score} reasons={reasons} />
    </PostingCard>
  );
}
