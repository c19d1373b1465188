import { Link, useParams } from 'react-router';
import { JobFair, type JobFairQuery } from '@/graphql/generated/features/activities/job-fairs';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { JobFairStateBadge } from './job-fair-badges';
import { JobFairPlacesSection } from './job-fair-places';
import { JobFairSteps } from './job-fair-steps';
import { jobFairMessages } from './job-fairs.messages';
import { OwnPlaces } from './own-places';
import './job-fairs.css';

export type ShownFair = NonNullable<JobFairQuery['jobFair']>;

export function Page() {
  const text = useText(jobFairMessages);
  const { jobFairId = '' } = useParams();
  const query = useOperation(JobFair, { id: jobFairId });
  return (
    <Loaded of={query}>
      {({ jobFair }) =>
        jobFair ? (
          <Fair fair={jobFair} />
        ) : (
          <Frame title={text('gone')}>
            <div className="gq-card">
              <EmptyState title={text('goneText')}>
                <Link to="/job-fairs">{text('back')}</Link>
              </EmptyState>
            </div>
          </Frame>
        )
      }
    </Loaded>
  );
}

function Fair({ fair }: { readonly fair: ShownFair }) {
  const text = useText(jobFairMessages);
  const { dateTime } = useFormat();
  const { organiser, seatLimit: limit, seatsTaken: taken } = fair;
  return (
    <Frame
      title={fair.name}
      lead={
        <>
          <JobFairStateBadge state={fair.state} /> {text(`admission_${fair.admission}`)}
        </>
      }
      width="wide"
      actions={<JobFairSteps fair={fair} />}
    >
      <OwnPlaces fair={fair} />
      <Section title={text('description')}>
        <Facts
          facts={[
            {
              label: text('organiser'),
              value: organiser && (
                <Link to={`/organisations/${organiser.id}`}>{organiser.name}</Link>
              ),
            },
            { label: text('startsAt'), value: dateTime(fair.startsAt) },
            { label: text('endsAt'), value: dateTime(fair.endsAt) },
            {
              label: text('where'),
              value: [fair.region?.displayName, fair.address].filter(Boolean).join(' · '),
            },
            { label: text('registrationClosesAt'), value: dateTime(fair.registrationClosesAt) },
            {
              label: text('seats'),
              value:
                limit == null ? text('seatsTaken', { taken }) : text('seatsOf', { taken, limit }),
            },
            { label: text('cancelled'), value: fair.cancelReason },
          ]}
        />
        {fair.description !== '' && <p className="gq-job-fairs-text">{fair.description}</p>}
      </Section>
      <JobFairPlacesSection fair={fair} />
    </Frame>
  );
}
