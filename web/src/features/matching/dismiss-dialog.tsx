import { Form, Radio, Space } from 'antd';
import {
  DismissRecommendation,
  type DismissalReason,
} from '@/graphql/generated/features/matching/recommendations';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { matchingMessages } from './matching.messages';

export const DISMISSAL_REASONS = [
  'WORK',
  'PAY',
  'PLACE',
  'EMPLOYER',
  'REQUIREMENTS',
  'ALREADY_KNOWN',
  'OTHER',
] as const satisfies readonly DismissalReason[];

export interface DismissDialogProps {
  readonly recommendationId: string;
  readonly title: string;
  readonly onClose: (isDone: boolean) => void;
}

/** Not for me, because …: each reason with what else is then not recommended. */
export function DismissDialog({ recommendationId, title, onClose }: DismissDialogProps) {
  const text = useText(matchingMessages);
  const { run } = useAction(DismissRecommendation, {
    refreshes: ['MyRecommendations', 'MyDismissedRecommendations'],
  });
  return (
    <ActionDialog<{ reason?: DismissalReason }>
      title={text('dismissTitle', { title })}
      lead={text('dismissText')}
      submitLabel={text('dismissAgree')}
      run={({ reason }) => run({ recommendationId, reason: reason ?? null })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={text('dismissReason')}>
        <RadioGroup>
          <Space orientation="vertical">
            {DISMISSAL_REASONS.map((reason) => (
              <Radio key={reason} value={reason}>
                {text(`because_${reason}`)}
                <span className="gq-matching-hint">{text(`covers_${reason}`)}</span>
              </Radio>
            ))}
          </Space>
        </RadioGroup>
      </Form.Item>
    </ActionDialog>
  );
}
