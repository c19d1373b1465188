import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import {
  ReviewedPosting,
  type ReviewedPostingQuery,
} from '@/graphql/generated/features/job-postings/review/review';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Due } from '@/shared/ui/due';
import { Facts, Steps } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { usePostingWords } from '../public/use-posting-words';
import { MarkedText } from './marked-text';
import { ReviewSteps } from './review-steps';
import { reviewMessages } from './review.messages';
import './review.css';

export type ReviewedJobPosting = NonNullable<ReviewedPostingQuery['jobPosting']>;

export function Page() {
  const text = useText(reviewMessages);
  const { organisationId = '', postingId = '' } = useParams();
  const back = <Link to={`/work/${organisationId}/reviews`}>{text('back')}</Link>;
  const query = useOperation(ReviewedPosting, { id: postingId });
  return (
    <Loaded of={query}>
      {({ jobPosting }) =>
        jobPosting ? (
          <Frame
            title={jobPosting.title}
            lead={<Lead posting={jobPosting} />}
            actions={<ReviewSteps posting={jobPosting} />}
          >
            <Warnings posting={jobPosting} />
            <Texts posting={jobPosting} />
            <Particulars posting={jobPosting} />
            <History posting={jobPosting} />
            {back}
          </Frame>
        ) : (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>{back}</EmptyState>
          </Frame>
        )
      }
    </Loaded>
  );
}

interface PartProps {
  readonly posting: ReviewedJobPosting;
}

function Lead({ posting }: PartProps) {
  const text = useText(reviewMessages);
  const { organisation, latestReview, state } = posting;
  return (
    <>
      <Badge tone="accent">{text(`state_${state}`)}</Badge>{' '}
      {organisation && <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>}{' '}
      {latestReview?.state === 'PENDING' && (
        <Due at={latestReview.dueAt} isOverdue={latestReview.isOverdue} />
      )}
    </>
  );
}

function Warnings({ posting }: PartProps) {
  const text = useText(reviewMessages);
  const { missingElements, organisation, latestReview } = posting;
  const warnings = [
    latestReview?.state === 'PENDING' ? null : text('notWaiting'),
    missingElements.length > 0 ? text('missing', { count: missingElements.length }) : null,
    organisation && organisation.standing !== 'VERIFIED' ? text('unverified') : null,
  ].filter((warning) => warning !== null);
  if (warnings.length === 0) return null;
  return (
    <div className="gq-form-problems">
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
    </div>
  );
}

const FIELDS = ['title', 'duties', 'conditions', 'workConditions', 'address'] as const;

function Texts({ posting }: PartProps) {
  const text = useText(reviewMessages);
  const { latestReview, benefits } = posting;
  const findings = latestReview?.findings ?? [];
  const fields = [
    ...FIELDS.map((field) => ({ field, words: posting[field] })),
    { field: 'benefits' as const, words: benefits.length > 0 ? benefits.join('\n') : null },
  ];
  return (
    <Section
      title={
        findings.length > 0
          ? text('findingsTitle', { edition: latestReview?.wordingEdition ?? '' })
          : text('texts')
      }
    >
      {latestReview && findings.length === 0 && (
        <p className="gq-review-note">{text('findingsClean')}</p>
      )}
      {fields.map(({ field, words }) =>
        words ? (
          <div key={field}>
            <h3>{text(`field_${field}`)}</h3>
            <MarkedText
              text={words}
              findings={findings.filter((finding) => finding.field === field)}
            />
          </div>
        ) : null,
      )}
    </Section>
  );
}

function Particulars({ posting }: PartProps) {
  const text = useText(reviewMessages);
  const words = usePostingWords();
  const { date, dateTime } = useFormat();
  const { engagementType, headcount, validThrough, publishAt, latestReview } = posting;
  const requirements = posting.requirements.map(({ label, isRequired }) =>
    isRequired ? text('required', { label }) : label,
  );
  return (
    <Section title={text('facts')}>
      <Facts
        facts={[
          { label: text('occupation'), value: posting.occupation?.name },
          {
            label: text('engagement'),
            value: engagementType ? words.engagement(engagementType) : null,
          },
          {
            label: text('headcount'),
            value: headcount == null ? null : text('persons', { count: headcount }),
          },
          {
            label: text('pay'),
            value: [words.pay(posting.pay), words.payMonths(posting.pay)]
              .filter(Boolean)
              .join(' · '),
          },
          { label: text('region'), value: posting.region?.fullName },
          { label: text('education'), value: words.education(posting.educationLevel) },
          { label: text('skillLevel'), value: posting.skillLevel?.name },
          { label: text('experience'), value: words.experience(posting.experienceYearsMin) },
          { label: text('requirements'), value: requirements.join('、') },
          { label: text('validThrough'), value: validThrough ? date(validThrough) : null },
          { label: text('startsOn'), value: posting.startsOn && date(posting.startsOn) },
          {
            label: text('publishAt'),
            value: publishAt ? dateTime(publishAt) : text('atOnce'),
          },
          {
            label: text('submittedAt'),
            value: latestReview ? dateTime(latestReview.createdAt) : null,
          },
          { label: text('remarkGiven'), value: latestReview?.remark },
        ]}
      />
    </Section>
  );
}

function History({ posting: { history } }: PartProps) {
  const text = useText(reviewMessages);
  const { dateTime } = useFormat();
  if (!history || history.length === 0) return null;
  return (
    <Section title={text('history')}>
      <Steps
        steps={history.map(({ toState, occurredAt, reason }, i) => ({
          key: `${i}`,
          at: dateTime(occurredAt),
          title: text(`state_${toState}`),
          note: reason,
        }))}
      />
    </Section>
  );
}
