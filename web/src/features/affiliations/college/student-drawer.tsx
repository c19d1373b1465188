import { Button, Drawer } from 'antd';
import { useState } from 'react';
import {
  Student,
  type StudentQuery,
} from '@/graphql/generated/features/affiliations/college/students';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts, Steps } from '@/shared/ui/facts';
import { overlayRoot } from '@/shared/ui/overlay-root';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { DecisionDialog } from './decision-bar';
import { OutcomeBadge } from './outcome-cell';
import { outcomesMessages } from './outcomes.messages';
import { StudentStateBadge } from './student-state';
import { studentsMessages } from './students.messages';
import type { Decision } from './use-decisions';

export interface StudentDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One student with all that was decided, beside the list. */
export function StudentDrawer({ id, onClose }: StudentDrawerProps) {
  const text = useText(studentsMessages);
  const query = useOperation(Student, { id });
  const [decision, setDecision] = useState<Decision | null>(null);
  const student = query.data?.affiliation;
  return (
    <Drawer
      open
      getContainer={overlayRoot}
      title={student?.studentName ?? text('details')}
      closable={{ 'aria-label': text('close') }}
      onClose={onClose}
      extra={student && <StudentStateBadge state={student.state} />}
      footer={
        student &&
        (student.viewerCan.decide || student.viewerCan.end) && (
          <div className="gq-actions">
            {(student.viewerCan.decide ? (['confirm', 'refuse'] as const) : (['end'] as const)).map(
              (name) => (
                <Button
                  key={name}
                  type={name === 'confirm' ? 'primary' : 'default'}
                  danger={name !== 'confirm'}
                  onClick={() => setDecision(name)}
                >
                  {text(name)}
                </Button>
              ),
            )}
          </div>
        )
      }
    >
      <Loaded of={query}>
        {({ affiliation }) =>
          affiliation ? <Details student={affiliation} /> : <EmptyState title={text('gone')} />
        }
      </Loaded>
      {decision !== null && student && (
        <DecisionDialog
          decision={decision}
          students={[student]}
          onClose={() => setDecision(null)}
        />
      )}
    </Drawer>
  );
}

function Details({ student }: { readonly student: NonNullable<StudentQuery['affiliation']> }) {
  const text = useText(studentsMessages);
  const outcomeText = useText(outcomesMessages);
  const { date, dateTime } = useFormat();
  const { outcome } = student;
  const hire = outcome?.hire;
  const at = (instant: string | null | undefined) => (instant ? dateTime(instant) : null);
  return (
    <div className="gq-students-details">
      <Facts
        facts={[
          { label: text('number'), value: student.studentNumber },
          { label: text('major'), value: student.major?.name ?? student.majorName },
          { label: text('className'), value: student.className },
          { label: text('education'), value: student.educationLevel?.name },
          { label: text('year'), value: text('yearOf', { year: student.graduationYear }) },
          {
            label: text('roster'),
            value: text(student.isOnRoster ? 'onRoster' : 'notOnRoster'),
          },
          { label: text('claimedAt'), value: at(student.claimedAt) },
          { label: text('decidedAt'), value: at(student.decidedAt) },
          { label: text('leftAt'), value: at(student.leftAt) },
          { label: text('refusalReason'), value: student.refusalReason },
          { label: outcomeText('outcome'), value: outcome && <OutcomeBadge outcome={outcome} /> },
          { label: outcomeText('employer'), value: hire?.employerName },
          { label: outcomeText('posting'), value: hire?.postingTitle },
          { label: outcomeText('acceptedAt'), value: at(hire?.acceptedAt) },
          { label: outcomeText('startedOn'), value: hire?.startedOn && date(hire.startedOn) },
        ]}
      />
      <h2>{text('history')}</h2>
      <Steps
        steps={student.history.map(({ toState, occurredAt, reason }, i) => ({
          key: `${i}`,
          at: dateTime(occurredAt),
          title: text(`state_${toState}`),
          note: reason,
        }))}
      />
    </div>
  );
}
