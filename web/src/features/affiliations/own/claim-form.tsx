import { Button, Checkbox, Form, Input } from 'antd';
import { OrganisationSelect } from '@/features/organisations/organisation-select';
import { ClaimAffiliation } from '@/graphql/generated/features/affiliations/own/own';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { ownMessages } from './own.messages';
import { ParticularsFields, type ParticularsValues } from './particulars-fields';

export interface ClaimFormProps {
  readonly viewerId: string;
  readonly name: string;
}

interface Values extends ParticularsValues {
  readonly collegeId?: string;
  readonly studentNumber?: string;
  readonly studentName?: string;
  readonly isWithoutRoster?: boolean;
}

/** Claims a place, by the roster or, where the college missed somebody, without it. */
export function ClaimForm({ viewerId, name }: ClaimFormProps) {
  const text = useText(ownMessages);
  const words = useText(uiMessages);
  const { run } = useAction(ClaimAffiliation, { refreshes: ['MyAffiliations'] });
  const { form, submit, isRunning, problems, failure } = useActionForm<Values>({
    // What is asked of people off the roster stands inside the input, their fields do not.
    fieldOf: ([first = '', ...rest]) => (first === 'withoutRoster' && rest[0] ? rest : [first]),
    run: (values) =>
      run({
        collegeId: values.collegeId ?? '',
        studentNumber: values.studentNumber ?? '',
        studentName: values.studentName ?? '',
        withoutRoster: values.isWithoutRoster ? particulars(values) : null,
      }),
  });
  const draft = useDraft(form, `affiliation.${viewerId}`);
  const isWithoutRoster = Form.useWatch('isWithoutRoster', form) ?? false;
  const discard = (): void => {
    draft.discard();
    form.resetFields();
  };
  const finish = async (): Promise<void> => {
    if (!(await submit(form.getFieldsValue(true) as Values))) return;
    discard();
    toast.success(text('claimed'));
  };
  const needed = [{ required: true, whitespace: true, message: words('required') }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={{ studentName: name }}
      onValuesChange={draft.keep}
      onFinish={() => void finish()}
    >
      <p className="gq-college-soft">{text('claimLead')}</p>
      <DraftNotice draft={draft} onDiscard={discard} />
      <Form.Item
        name="collegeId"
        label={text('college')}
        extra={text('collegeHint')}
        rules={[{ required: true, message: words('required') }]}
      >
        <OrganisationSelect
          kinds={['COLLEGE']}
          standings={['VERIFIED']}
          placeholder={text('collegePlaceholder')}
        />
      </Form.Item>
      <div className="gq-college-grid">
        <Form.Item
          name="studentNumber"
          label={text('studentNumber')}
          extra={text('numberHint')}
          rules={needed}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="studentName"
          label={text('studentName')}
          extra={text('nameHint')}
          rules={needed}
        >
          <Input autoComplete="name" />
        </Form.Item>
      </div>
      <Form.Item
        name="isWithoutRoster"
        valuePropName="checked"
        extra={isWithoutRoster && text('withoutRosterHint')}
      >
        <Checkbox>{text('withoutRoster')}</Checkbox>
      </Form.Item>
      {isWithoutRoster && <ParticularsFields form={form} />}
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {text('submit')}
      </Button>
    </Form>
  );
}

function particulars(values: Values) {
  const { majorName, majorCode, className, educationLevelCode, graduationYear = '' } = values;
  return {
    majorName: majorName || null,
    majorCode: majorCode || null,
    className: className || null,
    educationLevelCode: educationLevelCode || null,
    graduationYear: Number(graduationYear.normalize('NFKC')),
  };
}
