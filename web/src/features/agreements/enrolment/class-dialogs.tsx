import { Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { OrderClassCandidates } from '@/graphql/generated/features/agreements/enrolment/enrolment';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { enrolmentMessages } from './enrolment.messages';
import { useClassSteps, type Refusals } from './use-class-steps';

interface StepProps {
  readonly agreementId: string;
  /** After it was done, with what was refused of it. */
  readonly onDone: (refusals: Refusals) => void;
  readonly onClose: () => void;
}
interface OfManyProps extends StepProps {
  readonly ids: readonly string[];
}

const MOST = 100;

/** Puts students of the college on the list. */
export function AddStudentsDialog({ agreementId, onDone, onClose }: StepProps) {
  const text = useText(enrolmentMessages);
  const ui = useText(uiMessages);
  const { enrol } = useClassSteps(agreementId);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  const { data, isFetching } = useOperation(
    OrderClassCandidates,
    { agreementId, text: sought === '' ? null : sought },
    { keepPrevious: true },
  );
  const candidates = data?.orderClassCandidates ?? [];
  const described = (id: unknown): string => {
    const found = candidates.find(({ affiliationId }) => affiliationId === id);
    if (!found) return '';
    const { studentName, majorName, className, graduationYear } = found;
    return `${studentName}（${[majorName, className, graduationYear].filter(Boolean).join(' · ')}）`;
  };
  return (
    <ActionDialog<{ students: readonly { readonly value: string }[] }>
      title={text('addTitle')}
      lead={text('addText')}
      submitLabel={text('add')}
      run={async ({ students }) => {
        const refusals = await enrol(students.map(({ value }) => value));
        const count = students.length - refusals.length;
        if (count > 0) toast.success(text('added', { count }));
        onDone(refusals);
      }}
      onClose={onClose}
    >
      <Form.Item
        name="students"
        label={text('students')}
        rules={[
          { required: true, message: ui('required') },
          { type: 'array', max: MOST, message: text('atMost') },
        ]}
      >
        <Select
          mode="multiple"
          labelInValue
          showSearch={{ filterOption: false, onSearch: setTyped }}
          placeholder={text('studentsSearch')}
          loading={isFetching}
          notFoundContent={text('noStudents')}
          options={candidates.map(({ affiliationId, studentName }) => ({
            value: affiliationId,
            label: studentName,
          }))}
          optionRender={({ value }) => described(value)}
        />
      </Form.Item>
    </ActionDialog>
  );
}

/** Takes students into the class. */
export function ConfirmDialog({ agreementId, ids, onDone, onClose }: OfManyProps) {
  const text = useText(enrolmentMessages);
  const { confirm } = useClassSteps(agreementId);
  return (
    <ActionDialog
      title={text('confirmTitle')}
      lead={text('confirmText')}
      submitLabel={text('confirmButton')}
      run={async () => {
        onDone(await confirm(ids));
        toast.success(text('done'));
      }}
      onClose={onClose}
    />
  );
}

/** Refuses students, or takes them off the list, with a reason they read. */
export function ReasonDialog(props: OfManyProps & { readonly step: 'refuse' | 'remove' }) {
  const { step, agreementId, ids, onDone, onClose } = props;
  const text = useText(enrolmentMessages);
  const ui = useText(uiMessages);
  const steps = useClassSteps(agreementId);
  return (
    <ActionDialog<{ reason: string }>
      title={text(`${step}Title`)}
      lead={text(`${step}Text`)}
      submitLabel={text(`${step}Button`)}
      isDangerous
      run={async ({ reason }) => {
        onDone(await steps[step](ids, reason));
        toast.success(text('done'));
      }}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={text('reason')}
        extra={text('reasonHint')}
        rules={[
          { required: true, whitespace: true, message: ui('required') },
          { min: 2, max: 500 },
        ]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}
