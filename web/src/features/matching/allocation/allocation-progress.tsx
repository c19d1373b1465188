import { useEffect } from 'react';
import { AllocationRun } from '@/graphql/generated/features/matching/allocation/allocation';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import type { Run } from './allocation-words';
import { allocationMessages } from './allocation.messages';
import { allocationStepMessages } from './steps.messages';

const POLL_MS = 1_500;

/** How far it has come, asked again and again until it is there. */
export function AllocationProgress({ run }: { readonly run: Run }) {
  const text = useText(allocationMessages);
  const steps = useText(allocationStepMessages);
  const { data } = useOperation(AllocationRun, { id: run.id }, { pollMs: POLL_MS });
  const isReady = data?.allocationRun?.state === 'PREVIEWED';
  const ready = steps('ready');
  useEffect(() => {
    if (isReady) toast.success(ready);
  }, [isReady, ready]);
  return (
    <section className="gq-card gq-allocation-progress" aria-label={text('state_RUNNING')}>
      {!run.isStalled && <span className="gq-spinner" aria-hidden="true" />}
      <p role="status">
        <strong>{text(run.isStalled ? 'stalled' : 'state_RUNNING')}</strong>
        <span className="gq-allocation-note">
          {text('peopleSoFar', { count: run.peopleCount })}
        </span>
      </p>
    </section>
  );
}
