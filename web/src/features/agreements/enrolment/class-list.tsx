import type { OrderClassEnrolmentState } from '@/graphql/generated/features/agreements/enrolment/enrolment';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Records, type RecordColumn } from '@/shared/ui/records';
import { enrolmentMessages } from './enrolment.messages';
import type { Enrolment } from './order-class-section';

const TONES: Readonly<Record<OrderClassEnrolmentState, Tone>> = {
  LISTED: 'warn',
  CONFIRMED: 'good',
  REFUSED: 'bad',
  LEFT: 'neutral',
  ENDED: 'neutral',
};

export function EnrolmentBadge({ state }: { readonly state: OrderClassEnrolmentState }) {
  const text = useText(enrolmentMessages);
  return <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>;
}

interface ClassListProps {
  readonly enrolments: readonly Enrolment[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** The students, to be chosen by whoever may do something about one of them. */
export function ClassList({ enrolments, chosen, onChoose }: ClassListProps) {
  const text = useText(enrolmentMessages);
  if (enrolments.length === 0) return <p className="gq-agreements-soft">{text('none')}</p>;
  const columns: readonly RecordColumn<Enrolment>[] = [
    {
      key: 'student',
      title: text('student'),
      isHead: true,
      render: ({ studentName }) => studentName,
    },
    {
      key: 'major',
      title: text('major'),
      render: ({ majorName, className }) => [majorName, className].filter(Boolean).join(' · '),
    },
    {
      key: 'graduation',
      title: text('graduation'),
      render: ({ graduationYear }) => text('year', { year: graduationYear }),
    },
    {
      key: 'state',
      title: text('state'),
      render: ({ state, reason }) => (
        <>
          <EnrolmentBadge state={state} />
          {reason && <span className="gq-agreements-note">{reason}</span>}
        </>
      ),
    },
  ];
  const isOpen = enrolments.some(({ viewerCan }) => viewerCan.decide || viewerCan.remove);
  return (
    <Records
      caption={text('title')}
      columns={columns}
      records={enrolments}
      keyOf={({ id }) => id}
      {...(isOpen && {
        selection: {
          keys: chosen,
          onChange: onChoose,
          labelOf: ({ studentName }: Enrolment) => text('select', { name: studentName }),
          labelOfAll: text('selectAll'),
        },
      })}
    />
  );
}
