import { Form, Radio, Space } from 'antd';
import type { DismissalReason } from '@/graphql/generated/features/matching/recommendations';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { RadioGroup } from '@/shared/forms/choice-groups';
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
  readonly title: string;
  readonly run: (reason: DismissalReason | null) => Promise<unknown>;
  readonly onClose: (isDone: boolean) => void;
}

/** Not for me, because …: each reason with what else is then not recommended. */
export function DismissDialog({ title, run, onClose }: DismissDialogProps) {
  const text = useText(matchingMessages);
  return (
    <ActionDialog<{ reason?: DismissalReason }>
      title={text('dismissTitle', { title })}
      lead={text('dismissText')}
      submitLabel={text('dismissAgree')}
      run={({ reason }) => run(reason ?? null)}
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
