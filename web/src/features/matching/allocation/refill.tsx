import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { RefillAllocationRun } from '@/graphql/generated/features/matching/allocation/allocation';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { Run } from './allocation-words';
import { freeSeatMessages } from './free-seats.messages';
import { freshSeed } from './fresh-seed';
import { setupMessages } from './setup.messages';

export interface RefillProps {
  readonly run: Run;
  readonly bureauId: string;
}

/** Sets up a run over the free seats of a committed one, or leads to the one that is under way. */
export function Refill({ run, bureauId }: RefillProps) {
  const text = useText(freeSeatMessages);
  const [isOpen, setOpen] = useState(false);
  if (run.state !== 'COMMITTED') return null;
  if (run.followUpId !== null)
    return (
      <p>
        <Link to={`/work/${bureauId}/allocations/${run.followUpId}`}>{text('underWay')}</Link>
      </p>
    );
  return (
    <p>
      <Button onClick={() => setOpen(true)}>{text('refill')}</Button>
      {isOpen && <RefillDialog run={run} bureauId={bureauId} onClose={() => setOpen(false)} />}
    </p>
  );
}

function RefillDialog({ run, bureauId, onClose }: RefillProps & { readonly onClose: () => void }) {
  const text = useText(freeSeatMessages);
  const words = useText(setupMessages);
  const ui = useText(uiMessages);
  const navigate = useNavigate();
  const [seed] = useState(freshSeed);
  const [createdId, setCreatedId] = useState<string | null>(null);
  const refilling = useAction(RefillAllocationRun, {
    refreshes: ['AllocationRun', 'AllocationRuns'],
  });
  return (
    <ActionDialog<{ readonly seed: string }>
      title={text('refillTitle')}
      lead={<p>{text('refillText')}</p>}
      submitLabel={text('refill')}
      initialValues={{ seed }}
      run={async ({ seed: chosen }) => {
        const { allocationRun } = await refilling.run({ allocationRunId: run.id, seed: chosen });
        setCreatedId(allocationRun?.id ?? null);
        if (allocationRun) await navigate(`/work/${bureauId}/allocations/${allocationRun.id}`);
      }}
      onClose={() => {
        if (createdId === null) onClose();
      }}
    >
      <Form.Item
        name="seed"
        label={words('seed')}
        extra={words('seedHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 100 }]}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
    </ActionDialog>
  );
}
