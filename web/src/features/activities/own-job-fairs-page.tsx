import { Link, useParams } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame } from '@/shared/ui/page';
import { useMembership } from '@/shared/viewer/use-membership';
import { JobFairRecords } from './job-fair-records';
import { jobFairMessages } from './job-fairs.messages';
import './job-fairs.css';

const HOLDERS: readonly string[] = ['COLLEGE', 'ENTERPRISE', 'LABOUR_BASE', 'HR_BUREAU'];

/** Fairs an organisation holds, and those it is invited to or registered for. */
export function Page() {
  const text = useText(jobFairMessages);
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const [{ show }, setFilters] = useFilters<'show'>();
  const isHolder = HOLDERS.includes(membership?.organisation.kind ?? '');
  const shown = show === 'held' || show === 'joined' ? show : isHolder ? 'held' : 'joined';
  const mayHold = isHolder && membership !== null && membership.role !== 'VIEWER';
  return (
    <Frame
      title={text('ownTitle')}
      lead={text('ownLead')}
      width="wide"
      actions={
        mayHold && (
          <Link className="gq-button" to={`/work/${organisationId}/job-fairs/new`}>
            {text('new')}
          </Link>
        )
      }
    >
      <div className="gq-job-fairs-filters">
        <FilterTabs
          label={text('show')}
          value={shown}
          tabs={[
            { value: 'held', label: text('held') },
            { value: 'joined', label: text('joined') },
          ]}
          onChange={(value) => setFilters({ show: value })}
        />
      </div>
      <JobFairRecords
        organisationId={organisationId}
        filter={
          shown === 'held' ? { organiserId: organisationId } : { participantId: organisationId }
        }
      />
    </Frame>
  );
}
