import { Form, Input } from 'antd';
import {
  CancelInterview,
  DeclineInterview,
  MoveInterview,
  RecordInterviewMissed,
  type OwnInterviewFragment,
} from '@/graphql/generated/features/applications/own/own';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { APPLICATION_QUERIES } from '../own-states';
import { clockOf, dayOf, instantAt } from './days';
import { interviewsMessages } from './interviews.messages';

export type InterviewStep = 'move' | 'decline' | 'cancel' | 'missed';

export interface InterviewDialogProps {
  readonly step: InterviewStep;
  readonly interview: OwnInterviewFragment;
  readonly onClose: () => void;
}

interface Values {
  readonly reason?: string;
  readonly day?: string | null;
  readonly time?: string;
}

const DONE = {
  move: 'moved',
  decline: 'declined',
  cancel: 'cancelled',
  missed: 'missedDone',
} as const;

/** Steps that need a reason, another time, or a second thought. */
export function InterviewDialog({ step, interview, onClose }: InterviewDialogProps) {
  const text = useText(interviewsMessages);
  const options = { refreshes: APPLICATION_QUERIES };
  const move = useAction(MoveInterview, options);
  const decline = useAction(DeclineInterview, options);
  const cancel = useAction(CancelInterview, options);
  const missed = useAction(RecordInterviewMissed, options);
  const { id: interviewId, startsAt, endsAt } = interview;
  const run = ({ reason = '', day, time = '' }: Values): Promise<unknown> => {
    if (step === 'missed') return missed.run({ interviewId, party: 'EMPLOYER' });
    if (step !== 'move')
      return (step === 'decline' ? decline : cancel).run({ interviewId, reason });
    const start = instantAt(day ?? dayOf(startsAt), time);
    const length = new Date(endsAt).getTime() - new Date(startsAt).getTime();
    return move.run({
      interviewId,
      startsAt: start.toISOString(),
      endsAt: new Date(start.getTime() + length).toISOString(),
    });
  };
  return (
    <ActionDialog<Values>
      title={text(`${step}Title`)}
      lead={text(`${step}Text`)}
      submitLabel={text(step)}
      isDangerous={step !== 'move'}
      initialValues={{ day: dayOf(startsAt), time: clockOf(startsAt) }}
      fieldOf={([first = '']) => [first === 'reason' ? 'reason' : 'time']}
      run={run}
      onClose={(isDone) => {
        if (isDone) toast.success(text(DONE[step]));
        onClose();
      }}
    >
      {step === 'move' && <TimeFields />}
      {(step === 'decline' || step === 'cancel') && <ReasonField />}
    </ActionDialog>
  );
}

function TimeFields() {
  const text = useText(interviewsMessages);
  const words = useText(uiMessages);
  return (
    <div className="gq-own-pair">
      <Form.Item
        name="day"
        label={text('day')}
        rules={[{ required: true, message: words('required') }]}
      >
        <DayPicker min={dayOf(new Date().toISOString())} />
      </Form.Item>
      <Form.Item
        name="time"
        label={text('time')}
        rules={[
          { required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: text('timeWrong') },
        ]}
      >
        <Input type="time" step={300} />
      </Form.Item>
    </div>
  );
}

function ReasonField() {
  const text = useText(interviewsMessages);
  const words = useText(uiMessages);
  return (
    <Form.Item
      name="reason"
      label={text('reason')}
      rules={[{ required: true, whitespace: true, message: words('required') }]}
    >
      <Input.TextArea rows={3} count={{ show: true, max: 500 }} />
    </Form.Item>
  );
}
