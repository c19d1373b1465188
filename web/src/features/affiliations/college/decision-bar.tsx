import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { studentsMessages } from './students.messages';
import { useDecisions, type Decision } from './use-decisions';
import type { Student } from './use-students';

/** The API takes as many at once. */
const MOST = 100;
const NAMES_SHOWN = 12;

type Decidable = Pick<Student, 'id' | 'studentName' | 'viewerCan'>;

function appliesTo(decision: Decision, { viewerCan }: Decidable): boolean {
  return decision === 'end' ? viewerCan.end : viewerCan.decide;
}

export interface DecisionBarProps {
  readonly students: readonly Decidable[];
  readonly onClear: () => void;
}

/** What can be done with the selected students; stays in sight while the list scrolls. */
export function DecisionBar({ students, onClear }: DecisionBarProps) {
  const text = useText(studentsMessages);
  const [decision, setDecision] = useState<Decision | null>(null);
  if (students.length === 0) return null;
  const offered = (['confirm', 'refuse', 'end'] as const).filter((name) =>
    students.some((student) => appliesTo(name, student)),
  );
  return (
    <div
      className="gq-students-bar"
      role="region"
      aria-label={text('selected', { count: students.length })}
    >
      <span>{text('selected', { count: students.length })}</span>
      <Button type="link" onClick={onClear}>
        {text('clearSelection')}
      </Button>
      {offered.length === 0 && <span>{text('nobody')}</span>}
      <span className="gq-students-bar-actions">
        {offered.map((name) => (
          <Button
            key={name}
            type={name === 'confirm' ? 'primary' : 'default'}
            danger={name !== 'confirm'}
            onClick={() => setDecision(name)}
          >
            {text(name)}
          </Button>
        ))}
      </span>
      {decision !== null && (
        <DecisionDialog
          decision={decision}
          students={students}
          onClose={(isDone) => {
            setDecision(null);
            if (isDone) onClear();
          }}
        />
      )}
    </div>
  );
}

export interface DecisionDialogProps {
  readonly decision: Decision;
  readonly students: readonly Decidable[];
  readonly onClose: (isDone: boolean) => void;
}

/** Shows whom the decision is about before it is made. */
export function DecisionDialog({ decision, students, onClose }: DecisionDialogProps) {
  const text = useText(studentsMessages);
  const ui = useText(uiMessages);
  const decide = useDecisions();
  const concerned = students.filter((student) => appliesTo(decision, student));
  const taken = concerned.slice(0, MOST);
  const left = students.length - taken.length;
  const run = async ({ reason }: { reason?: string }): Promise<void> => {
    const ids = taken.map(({ id }) => id);
    const { done, refusals } = await decide(decision, ids, reason?.trim() ?? '');
    if (done > 0) toast.success(text(`done_${decision}`, { count: done }));
    if (refusals.length > 0) {
      const reasons = [...new Set(refusals.map((refusal) => refusal.message))].join('；');
      toast.warning(text('refusedSome', { count: refusals.length, reasons }), 8);
    }
  };
  return (
    <ActionDialog<{ reason?: string }>
      title={text(`${decision}Title`, { count: taken.length })}
      lead={
        <>
          <p>{text(`${decision}Text`)}</p>
          <ul className="gq-students-names" aria-label={text('list')}>
            {taken.slice(0, NAMES_SHOWN).map(({ id, studentName }) => (
              <li key={id}>{studentName}</li>
            ))}
            {taken.length > NAMES_SHOWN && <li>{text('andMore', { count: taken.length })}</li>}
          </ul>
          {left > 0 && <p>{text('skipped', { count: left })}</p>}
          {concerned.length > MOST && <p>{text('atMost')}</p>}
        </>
      }
      submitLabel={text(decision)}
      isDangerous={decision !== 'confirm'}
      run={run}
      onClose={onClose}
    >
      {decision !== 'confirm' && (
        <Form.Item
          name="reason"
          label={text(decision === 'refuse' ? 'reason' : 'reasonOptional')}
          {...(decision === 'refuse'
            ? {
                extra: text('reasonShown'),
                rules: [{ required: true, whitespace: true, message: ui('required') }],
              }
            : {})}
          rules={[{ max: 500 }]}
        >
          <Input.TextArea rows={3} />
        </Form.Item>
      )}
    </ActionDialog>
  );
}
