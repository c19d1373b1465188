import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  CommitAllocationRun,
  DiscardAllocationRun,
  ResumeAllocationRun,
  StartAllocationRun,
  UndoAllocationRun,
} from '@/graphql/generated/features/matching/allocation/allocation';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import type { Run } from './allocation-words';
import { allocationStepMessages } from './steps.messages';

type Step = 'start' | 'resume' | 'commit' | 'discard' | 'undo';

/** What a bureau can do with it as it is, the next step first. */
const STEPS: Readonly<Record<Run['state'], readonly Step[]>> = {
  DRAFT: ['start', 'discard'],
  RUNNING: ['discard'],
  PREVIEWED: ['commit', 'discard'],
  COMMITTED: ['undo'],
  DISCARDED: [],
  UNDONE: [],
};

/** What stopped half-way can go on. */
function stepsOf({ state, isStalled }: Run): readonly Step[] {
  return isStalled ? ['resume', ...STEPS[state]] : STEPS[state];
}

const DONE = {
  start: 'started',
  resume: 'resumed',
  commit: 'committed',
  discard: 'discarded',
  undo: 'undone',
} as const satisfies Record<Step, string>;

export function AllocationSteps({ run }: { readonly run: Run }) {
  const text = useText(allocationStepMessages);
  const [step, setStep] = useState<Step | null>(null);
  const close = (isDone: boolean): void => {
    if (isDone && step !== null) toast.success(text(DONE[step]));
    setStep(null);
  };
  return (
    <>
      {stepsOf(run).map((name) => {
        const isNext = name === 'start' || name === 'resume' || name === 'commit';
        return (
          <Button
            key={name}
            {...(isNext ? { type: 'primary' as const } : { danger: true })}
            onClick={() => setStep(name)}
          >
            {text(name)}
          </Button>
        );
      })}
      {step !== null && <StepDialog run={run} step={step} onClose={close} />}
    </>
  );
}

interface StepDialogProps {
  readonly run: Run;
  readonly step: Step;
  readonly onClose: (isDone: boolean) => void;
}

/** A refusal, such as a step a colleague took meanwhile, is told in the dialog and shows the run as it is. */
const REFRESHES = { refreshes: ['AllocationRun', 'AllocationRuns'] };

function StepDialog({ run, step, onClose }: StepDialogProps) {
  const text = useText(allocationStepMessages);
  const sent = {
    start: useAction(StartAllocationRun, REFRESHES),
    resume: useAction(ResumeAllocationRun, REFRESHES),
    commit: useAction(CommitAllocationRun, REFRESHES),
    discard: useAction(DiscardAllocationRun, REFRESHES),
    undo: useAction(UndoAllocationRun, REFRESHES),
  };
  return (
    <ActionDialog<object>
      title={text(`${step}Title`)}
      lead={<StepText run={run} step={step} />}
      submitLabel={text(step)}
      isDangerous={step === 'discard' || step === 'undo'}
      run={() => sent[step].run({ allocationRunId: run.id })}
      onClose={onClose}
    />
  );
}

function StepText({ run, step }: Omit<StepDialogProps, 'onClose'>): ReactNode {
  const text = useText(allocationStepMessages);
  if (step !== 'commit')
    return (
      <p>
        {step === 'discard' && run.state === 'RUNNING' && <>{text('discardRunning')} </>}
        {text(`${step}Text`)}
      </p>
    );
  const count = run.report?.assignedCount ?? 0;
  if (count === 0) return <p>{text('commitEmpty')}</p>;
  return (
    <ul className="gq-allocation-consequences">
      <li>{text('commitPeople', { count })}</li>
      <li>{text('commitEmployers')}</li>
      <li>{text('commitNobody')}</li>
      <li>{text('commitUndo')}</li>
    </ul>
  );
}
