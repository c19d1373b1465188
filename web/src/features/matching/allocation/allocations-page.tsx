import { Link, useParams } from 'react-router';
import { AllocationRuns } from '@/graphql/generated/features/matching/allocation/allocation';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AllocationStateBadge, type Run } from './allocation-words';
import { allocationMessages } from './allocation.messages';
import { NotAllowed, useMayAllocate } from './may-allocate';
import './allocation.css';

const POLL_MS = 3_000;

/** Every allocation of a bureau, the latest first. */
export function Page() {
  const text = useText(allocationMessages);
  const { organisationId = '' } = useParams();
  const mayAllocate = useMayAllocate(organisationId);
  if (!mayAllocate) return <NotAllowed />;
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      width="wide"
      actions={
        <Link className="gq-button" to={`/work/${organisationId}/allocations/new`}>
          {text('create')}
        </Link>
      }
    >
      <Runs bureauId={organisationId} />
    </Frame>
  );
}

function Runs({ bureauId }: { readonly bureauId: string }) {
  const text = useText(allocationMessages);
  const pages = useRuns(bureauId);
  return (
    <div className="gq-card">
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('noneTitle')}>
              <p>{text('noneText')}</p>
              <Link className="gq-button" to={`/work/${bureauId}/allocations/new`}>
                {text('create')}
              </Link>
            </EmptyState>
          ) : (
            <>
              {nodes.some(({ state }) => state === 'RUNNING') && <Following bureauId={bureauId} />}
              <RunRecords runs={nodes} bureauId={bureauId} />
            </>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </div>
  );
}

function useRuns(bureauId: string, pollMs?: number) {
  return usePages(
    AllocationRuns,
    { bureauId },
    ({ allocationRuns }) => allocationRuns,
    pollMs === undefined ? {} : { pollMs },
  );
}

/** Asks again and again while one of them is being worked out. */
function Following({ bureauId }: { readonly bureauId: string }) {
  useRuns(bureauId, POLL_MS);
  return null;
}

function RunRecords({
  runs,
  bureauId,
}: {
  readonly runs: readonly Run[];
  readonly bureauId: string;
}) {
  const text = useText(allocationMessages);
  const { dateTime, number } = useFormat();
  const columns: readonly RecordColumn<Run>[] = [
    {
      key: 'at',
      title: text('at'),
      isHead: true,
      render: ({ id, createdAt }) => (
        <Link to={`/work/${bureauId}/allocations/${id}`}>{dateTime(createdAt)}</Link>
      ),
    },
    { key: 'mode', title: text('mode'), render: ({ mode }) => text(`mode_${mode}`) },
    {
      key: 'scope',
      title: text('scope'),
      render: ({ isWholeRegion, collegeId, hasChosenPeople }) => (
        <>
          {text(isWholeRegion ? 'wholeRegion' : 'chosenPostings')}
          <span className="gq-allocation-note">
            {text(
              hasChosenPeople ? 'chosenPeople' : collegeId === null ? 'everybody' : 'ofOneCollege',
            )}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: text('state'),
      render: ({ state }) => <AllocationStateBadge state={state} />,
    },
    {
      key: 'result',
      title: text('result'),
      render: ({ report, state, peopleCount }) =>
        report !== null
          ? text('resultOf', {
              people: number(report.peopleCount),
              assigned: number(report.assignedCount),
            })
          : state === 'RUNNING'
            ? text('peopleSoFar', { count: peopleCount })
            : text('noResult'),
    },
  ];
  return <Records caption={text('list')} columns={columns} records={runs} keyOf={({ id }) => id} />;
}
