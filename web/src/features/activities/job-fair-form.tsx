import { Button, Form, Input, Radio, type FormInstance } from 'antd';
import { RegionSelect } from '@/features/reference-data/code-select';
import type {
  JobFairAdmission,
  JobFairContentInput,
} from '@/graphql/generated/features/activities/job-fairs';
import { instantInChina } from '@/shared/format/china-time';
import { FormProblems } from '@/shared/forms/form-problems';
import { NumberItem } from '@/shared/forms/number-item';
import type { RequestError } from '@/shared/graphql/request';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { jobFairMessages } from './job-fairs.messages';
import './job-fairs.css';

export interface JobFairValues {
  readonly name: string;
  readonly description?: string | null;
  readonly regionCode: string;
  readonly address: string;
  /** Times as the clocks in China show them. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly registrationClosesAt: string;
  readonly admission: JobFairAdmission;
  readonly seatLimit?: number | null;
}

export interface JobFairFormProps {
  readonly form: FormInstance<JobFairValues>;
  readonly initialValues: Partial<JobFairValues>;
  /** Who is admitted cannot change any more. */
  readonly isPublished: boolean;
  readonly onFinish: (values: JobFairValues) => void;
  readonly onValuesChange: () => void;
  readonly isRunning: boolean;
  readonly problems: readonly string[];
  readonly failure: RequestError | null;
}

export function JobFairForm(props: JobFairFormProps) {
  const { form, initialValues, isPublished, isRunning, problems, failure } = props;
  const text = useText(jobFairMessages);
  const ui = useText(uiMessages);
  const required = { required: true, message: ui('required') };
  return (
    <Form<JobFairValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      className="gq-card"
      initialValues={initialValues}
      onFinish={props.onFinish}
      onValuesChange={props.onValuesChange}
    >
      <Form.Item name="name" label={text('name')} rules={[required, { min: 2, max: 60 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="description" label={text('description')} rules={[{ max: 4000 }]}>
        <Input.TextArea rows={4} />
      </Form.Item>
      <div className="gq-job-fairs-row">
        <Form.Item name="regionCode" label={text('region')} rules={[required]}>
          <RegionSelect />
        </Form.Item>
        <Form.Item name="address" label={text('address')} rules={[required, { min: 2, max: 200 }]}>
          <Input />
        </Form.Item>
      </div>
      <div className="gq-job-fairs-row">
        {(['startsAt', 'endsAt', 'registrationClosesAt'] as const).map((name) => (
          <Form.Item key={name} name={name} label={text(name)} rules={[required]}>
            <Input type="datetime-local" />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name="admission"
        label={text('admission')}
        extra={text('admissionHint')}
        rules={[required]}
      >
        <Radio.Group disabled={isPublished}>
          <Radio value="OPEN">{text('admission_OPEN')}</Radio>
          <Radio value="PARTNERS">{text('admission_PARTNERS')}</Radio>
        </Radio.Group>
      </Form.Item>
      <NumberItem
        name="seatLimit"
        label={text('seatLimit')}
        extra={text('seatLimitHint')}
        min={1}
        max={10000}
      />
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {text('save')}
      </Button>
    </Form>
  );
}

export function contentOf(values: JobFairValues): JobFairContentInput {
  const { name, description, regionCode, address, admission, seatLimit } = values;
  return {
    name,
    description: description ?? null,
    regionCode,
    address,
    startsAt: instantInChina(values.startsAt),
    endsAt: instantInChina(values.endsAt),
    registrationClosesAt: instantInChina(values.registrationClosesAt),
    admission,
    seatLimit: seatLimit ?? null,
  };
}
