import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  AgreementCourse,
  type AgreementCourseQuery,
} from '@/graphql/generated/features/agreements/course/course';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { AgreementStateBadge } from '../agreement-state';
import { AmendmentChanges } from './amendment-changes';
import { CourseDialog, type CourseStep } from './course-dialogs';
import { courseMessages } from './course.messages';
import './course.css';

type Course = NonNullable<AgreementCourseQuery['agreement']>;

const STEPS = ['resume', 'draftAmendment', 'suspend'] as const;

/** What became of it since all have signed: held up, amended, renewed; and what the viewer may do about it. */
export function CourseSection({ agreement, organisationId }: AgreementSectionProps) {
  const text = useText(courseMessages);
  const query = useOperation(AgreementCourse, { id: agreement.id });
  const [step, setStep] = useState<CourseStep | null>(null);
  const course = query.data?.agreement;
  if (!course) return null;
  const steps = STEPS.filter((name) => course.viewerCan[name]);
  const { suspension, amends, amendment, renewal } = course;
  const isQuiet = !suspension && !amends && !amendment && !renewal;
  if (isQuiet && steps.length === 0 && !course.calendarUrl) return null;
  return (
    <Section title={text('course')}>
      {suspension && <Suspension of={suspension} agreement={agreement} />}
      {!isQuiet && (
        <Facts
          facts={[
            {
              label: text('amends'),
              value: amends && <Linked to={amends} organisationId={organisationId} />,
            },
            {
              label: text('amendment'),
              value: amendment && <Linked to={amendment} organisationId={organisationId} />,
            },
            {
              label: text('renewal'),
              value: renewal && <Linked to={renewal} organisationId={organisationId} />,
            },
          ]}
        />
      )}
      {amends && <AmendmentChanges agreement={agreement} />}
      <div className="gq-course-steps">
        {course.calendarUrl && (
          <a className="gq-button gq-button-plain" href={course.calendarUrl}>
            {text('calendar')}
          </a>
        )}
        {steps.map((name) => (
          <Button key={name} onClick={() => setStep(name)}>
            {text(name)}
          </Button>
        ))}
      </div>
      {step && (
        <CourseDialog
          step={step}
          agreementId={agreement.id}
          organisationId={organisationId}
          onClose={() => setStep(null)}
        />
      )}
    </Section>
  );
}

function Suspension({
  of: { partyPosition, since, reason },
  agreement,
}: {
  readonly of: NonNullable<Course['suspension']>;
  readonly agreement: AgreementSectionProps['agreement'];
}) {
  const text = useText(courseMessages);
  const { dateTime } = useFormat();
  if (partyPosition === null) {
    return (
      <div className="gq-course-suspension" role="note">
        <p>{text('heldUp', { since: dateTime(since) })}</p>
        <p className="gq-agreements-soft">{text('heldUpHint')}</p>
      </div>
    );
  }
  const party = agreement.parties.find(({ position }) => position === partyPosition)?.name ?? '';
  return (
    <div className="gq-course-suspension" role="note">
      <p>{text('suspendedBy', { party, since: dateTime(since), reason })}</p>
      <p className="gq-agreements-soft">{text('suspendedHint')}</p>
    </div>
  );
}

function Linked({
  to,
  organisationId,
}: {
  readonly to: {
    readonly id: string;
    readonly agreementNumber: string;
    readonly state?: NonNullable<Course['amendment']>['state'];
  };
  readonly organisationId: string;
}) {
  return (
    <>
      <Link
        to={
          organisationId === ''
            ? `/agreements/${to.id}`
            : `/work/${organisationId}/agreements/${to.id}`
        }
      >
        {to.agreementNumber}
      </Link>{' '}
      {to.state && <AgreementStateBadge state={to.state} />}
    </>
  );
}
