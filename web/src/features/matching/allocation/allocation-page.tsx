import { Link, useParams } from 'react-router';
import { AllocationRun } from '@/graphql/generated/features/matching/allocation/allocation';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AllocationProgress } from './allocation-progress';
import { AllocationReport } from './allocation-report';
import { AllocationSeatList } from './allocation-seat-list';
import { AllocationSettings } from './allocation-settings';
import { AllocationSteps } from './allocation-steps';
import { AllocationStateBadge, type Run } from './allocation-words';
import { allocationMessages } from './allocation.messages';
import { FreeSeatList } from './free-seat-list';
import { freeSeatMessages } from './free-seats.messages';
import { NotAllowed, useMayAllocate } from './may-allocate';
import './allocation.css';

export function Page() {
  const { organisationId = '', runId = '' } = useParams();
  const mayAllocate = useMayAllocate(organisationId);
  return mayAllocate ? <Opened bureauId={organisationId} runId={runId} /> : <NotAllowed />;
}

interface OpenedProps {
  readonly bureauId: string;
  readonly runId: string;
}

function Opened({ bureauId, runId }: OpenedProps) {
  const text = useText(allocationMessages);
  const query = useOperation(AllocationRun, { id: runId });
  return (
    <Loaded of={query}>
      {({ allocationRun: run }) =>
        run === null ? (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>
              <Link to={`/work/${bureauId}/allocations`}>{text('back')}</Link>
            </EmptyState>
          </Frame>
        ) : (
          <RunView run={run} bureauId={bureauId} />
        )
      }
    </Loaded>
  );
}

function RunView({ run, bureauId }: { readonly run: Run; readonly bureauId: string }) {
  const text = useText(allocationMessages);
  const freeSeats = useText(freeSeatMessages);
  const { dateTime } = useFormat();
  const { id, state, report, createdAt } = run;
  return (
    <Frame
      title={text('runOf', { at: dateTime(createdAt) })}
      lead={
        <>
          <AllocationStateBadge state={state} /> {text(`stateText_${state}`)}
        </>
      }
      actions={<AllocationSteps run={run} />}
      width="wide"
    >
      {run.followsId !== null && (
        <p>
          {freeSeats('follows')}{' '}
          <Link to={`/work/${bureauId}/allocations/${run.followsId}`}>
            {freeSeats('toFollowed')}
          </Link>
        </p>
      )}
      {state === 'RUNNING' && <AllocationProgress run={run} />}
      {report !== null && <AllocationReport report={report} mode={run.mode} />}
      {report !== null && run.freeSeatCount > 0 && <FreeSeatList run={run} bureauId={bureauId} />}
      {report !== null && <AllocationSeatList runId={id} bureauId={bureauId} />}
      <AllocationSettings run={run} />
      <p>
        <Link to={`/work/${bureauId}/allocations`}>{text('back')}</Link>
      </p>
    </Frame>
  );
}
