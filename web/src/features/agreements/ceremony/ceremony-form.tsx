import { Button, Form, Input, type FormInstance } from 'antd';
import type { RequestError } from '@/shared/graphql/request';
import { FormProblems } from '@/shared/forms/form-problems';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { AgreementOrder, type ListedAgreement } from './agreement-order';
import { ceremonyMessages } from './ceremony.messages';
import './ceremony.css';

export interface CeremonyValues {
  readonly name: string;
  readonly place: string;
  /** As the clocks in China show it. */
  readonly startsAt: string;
  readonly agreementIds: readonly ListedAgreement[];
}

export interface CeremonyFormProps {
  readonly organisationId: string;
  readonly form: FormInstance<CeremonyValues>;
  readonly initialValues: Partial<CeremonyValues>;
  readonly onFinish: (values: CeremonyValues) => void;
  readonly onValuesChange: () => void;
  readonly isRunning: boolean;
  readonly problems: readonly string[];
  readonly failure: RequestError | null;
}

/** What a ceremony is and who signs at it, for a new one and for a planned one. */
export function CeremonyForm(props: CeremonyFormProps) {
  const { organisationId, form, initialValues, isRunning, problems, failure } = props;
  const text = useText(ceremonyMessages);
  const ui = useText(uiMessages);
  const required = { required: true, message: ui('required') };
  return (
    <Form<CeremonyValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      className="gq-card"
      initialValues={initialValues}
      onFinish={props.onFinish}
      onValuesChange={props.onValuesChange}
    >
      <Form.Item name="name" label={text('name')} rules={[required, { min: 2, max: 60 }]}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="gq-ceremony-row">
        <Form.Item name="place" label={text('place')} rules={[required, { min: 2, max: 100 }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="startsAt" label={text('startsAt')} rules={[required]}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item
        name="agreementIds"
        label={text('agreements')}
        extra={text('agreementsHint')}
        rules={[{ required: true, type: 'array', min: 1, message: text('needed') }]}
      >
        <AgreementOrder organisationId={organisationId} />
      </Form.Item>
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {text('save')}
      </Button>
    </Form>
  );
}
