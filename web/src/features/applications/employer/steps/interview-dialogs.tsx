import { Form, Input, Select } from 'antd';
import {
  EmployerMovesInterview,
  EmployerProposesInterview,
  type EmployerInterviewFragment,
  type EmployerProposesInterviewMutationVariables,
} from '@/graphql/generated/features/applications/employer/employer';
import { instantInChina, todayInChina, wallClockInChina } from '@/shared/format/china-time';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { employerWordsMessages } from '../employer-words.messages';
import { REFRESHED } from '../stages';
import { useApplicationWords } from '../use-application-words';
import type { OneDialogProps } from './step-dialog';
import { stepsMessages } from './steps.messages';

interface SlotValues {
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
}

interface InterviewValues extends SlotValues {
  readonly mode: EmployerProposesInterviewMutationVariables['input']['mode'];
  readonly place?: string;
}

const MODES = ['ON_SITE', 'VIDEO', 'PHONE'] as const;
const LENGTHS = [15, 30, 45, 60, 90, 120, 180, 240];

/** Invites to an interview. */
export function InterviewDialog({ card, onClose }: OneDialogProps) {
  const text = useText(stepsMessages);
  const words = useText(employerWordsMessages);
  const { name } = useApplicationWords();
  const { run } = useAction(EmployerProposesInterview, { refreshes: REFRESHED });
  return (
    <ActionDialog<InterviewValues>
      title={`${text('interview')} · ${name(card)}`}
      lead={text('interviewText')}
      submitLabel={text('sendInvitation')}
      initialValues={{
        mode: 'ON_SITE',
        day: todayInChina(2),
        time: '09:30',
        minutes: 30,
      }}
      run={({ mode, place, ...slot }) =>
        run({ applicationId: card.id, mode, ...(place ? { place } : {}), ...instantsOf(slot) })
      }
      fieldOf={slotField}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item required name="mode" label={text('mode')}>
            <Select options={MODES.map((value) => ({ value, label: words(`mode_${value}`) }))} />
          </Form.Item>
          <SlotFields />
          <Form.Item noStyle dependencies={['mode']}>
            {() => {
              const isByPhone = form.getFieldValue('mode') === 'PHONE';
              return (
                <Form.Item
                  name="place"
                  label={text(isByPhone ? 'place_PHONE' : 'place')}
                  rules={[{ required: !isByPhone, message: text('needed') }, { max: 300 }]}
                >
                  <Input />
                </Form.Item>
              );
            }}
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}

interface MoveDialogProps {
  readonly interview: EmployerInterviewFragment;
  readonly onClose: (isDone: boolean) => void;
}

/** Proposes another time for an interview. */
export function MoveDialog({ interview, onClose }: MoveDialogProps) {
  const text = useText(stepsMessages);
  const { run } = useAction(EmployerMovesInterview, { refreshes: REFRESHED });
  const [day = '', time = ''] = wallClockInChina(interview.startsAt).split('T');
  const length = new Date(interview.endsAt).getTime() - new Date(interview.startsAt).getTime();
  return (
    <ActionDialog<SlotValues>
      title={text('moveTitle')}
      lead={text('moveText')}
      submitLabel={text('move')}
      initialValues={{ day, time, minutes: Math.round(length / 60_000) }}
      run={(slot) => run({ interviewId: interview.id, ...instantsOf(slot) })}
      fieldOf={slotField}
      onClose={onClose}
    >
      <SlotFields />
    </ActionDialog>
  );
}

function SlotFields() {
  const text = useText(stepsMessages);
  const needed = [{ required: true, message: text('needed') }];
  return (
    <div className="gq-candidates-slot">
      <Form.Item name="day" label={text('day')} rules={needed}>
        <DayPicker min={todayInChina()} />
      </Form.Item>
      <Form.Item name="time" label={text('time')} rules={needed}>
        <Input type="time" step={300} />
      </Form.Item>
      <Form.Item name="minutes" label={text('minutes')} rules={needed}>
        <Select
          options={LENGTHS.map((count) => ({ value: count, label: text('minutesOf', { count }) }))}
        />
      </Form.Item>
    </div>
  );
}

function instantsOf({ day, time, minutes }: SlotValues) {
  const startsAt = instantInChina(`${day}T${time.slice(0, 5)}`);
  const endsAt = new Date(new Date(startsAt).getTime() + minutes * 60_000).toISOString();
  return { startsAt, endsAt };
}

function slotField([name = '']: readonly string[]): string[] {
  return [name === 'startsAt' ? 'time' : name === 'endsAt' ? 'minutes' : name];
}
