import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Records, type RecordColumn } from '@/shared/ui/records';
import { OutcomeCell } from './outcome-cell';
import { outcomesMessages } from './outcomes.messages';
import { StudentStateBadge } from './student-state';
import { studentsMessages } from './students.messages';
import type { Student } from './use-students';

export interface StudentRecordsProps {
  readonly students: readonly Student[];
  readonly selected: readonly string[];
  /** Whether there are confirmed students in the list: they have an outcome instead of the day of their claim. */
  readonly hasOutcomes: boolean;
  /** Left out for those who only read. */
  readonly onSelect?: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
}

export function StudentRecords(props: StudentRecordsProps) {
  const { students, selected, hasOutcomes, onSelect, onOpen } = props;
  const text = useText(studentsMessages);
  const outcomeText = useText(outcomesMessages);
  const { date } = useFormat();
  const columns: readonly RecordColumn<Student>[] = [
    {
      key: 'name',
      title: text('name'),
      isHead: true,
      render: ({ id, studentName }) => (
        <button
          type="button"
          className="gq-students-name"
          aria-label={text('open', { name: studentName ?? '' })}
          onClick={() => onOpen(id)}
        >
          {studentName}
        </button>
      ),
    },
    {
      key: 'number',
      title: text('number'),
      render: ({ studentNumber }) => <span className="gq-students-number">{studentNumber}</span>,
    },
    { key: 'major', title: text('major'), render: ({ majorName }) => majorName },
    { key: 'class', title: text('className'), render: ({ className }) => className ?? '–' },
    {
      key: 'year',
      title: text('year'),
      render: ({ graduationYear }) => text('yearOf', { year: graduationYear }),
    },
    {
      key: 'state',
      title: text('state'),
      render: ({ state, isOnRoster }) => (
        <>
          <StudentStateBadge state={state} />{' '}
          {!isOnRoster && state !== 'LEFT' && <Badge tone="warn">{text('offRoster')}</Badge>}
        </>
      ),
    },
    hasOutcomes
      ? {
          key: 'outcome',
          title: outcomeText('outcome'),
          render: ({ outcome }) => <OutcomeCell outcome={outcome} />,
        }
      : {
          key: 'claimedAt',
          title: text('claimedAt'),
          render: ({ claimedAt }) => (claimedAt ? date(claimedAt) : '–'),
        },
  ];
  return (
    <Records
      caption={text('list')}
      columns={columns}
      records={students}
      keyOf={({ id }) => id}
      {...(onSelect
        ? {
            selection: {
              keys: selected,
              onChange: onSelect,
              labelOf: ({ studentName }: Student) => text('select', { name: studentName ?? '' }),
              labelOfAll: text('selectAll'),
            },
          }
        : {})}
    />
  );
}
