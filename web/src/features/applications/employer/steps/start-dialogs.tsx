import { Form } from 'antd';
import {
  OnboardApplicant,
  RecordNotStarted,
} from '@/graphql/generated/features/applications/employer/employer';
import { todayInChina } from '@/shared/format/china-time';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { REFRESHED } from '../stages';
import { useApplicationWords } from '../use-application-words';
import type { OneDialogProps } from './step-dialog';
import { stepsMessages } from './steps.messages';

/** The first day at work. */
export function OnboardDialog({ card, onClose }: OneDialogProps) {
  const text = useText(stepsMessages);
  const { name } = useApplicationWords();
  const { run } = useAction(OnboardApplicant, { refreshes: REFRESHED });
  return (
    <ActionDialog<{ readonly startedOn: string }>
      title={`${text('onboard')} · ${name(card)}`}
      lead={text('onboardText')}
      submitLabel={text('onboard')}
      initialValues={{ startedOn: todayInChina() }}
      run={({ startedOn }) => run({ applicationId: card.id, startedOn })}
      onClose={onClose}
    >
      <Form.Item
        name="startedOn"
        label={text('startedOn')}
        rules={[{ required: true, message: text('needed') }]}
      >
        <DayPicker max={todayInChina()} />
      </Form.Item>
    </ActionDialog>
  );
}

/** The person accepted and did not come. */
export function NotStartedDialog({ card, onClose }: OneDialogProps) {
  const text = useText(stepsMessages);
  const { name } = useApplicationWords();
  const { run } = useAction(RecordNotStarted, { refreshes: REFRESHED });
  return (
    <ActionDialog
      title={`${text('notStarted')} · ${name(card)}`}
      lead={text('notStartedText')}
      submitLabel={text('notStarted')}
      isDangerous
      run={() => run({ applicationId: card.id })}
      onClose={onClose}
    />
  );
}
