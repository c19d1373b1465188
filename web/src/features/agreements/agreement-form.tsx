import { Button, Form, Input, Radio, Space, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import type { CooperationForm } from '@/graphql/generated/features/agreements/agreement';
import { DayPicker } from '@/shared/forms/day-picker';
import { FormProblems } from '@/shared/forms/form-problems';
import { NumberItem } from '@/shared/forms/number-item';
import type { RequestError } from '@/shared/graphql/request';
import { useText } from '@/shared/i18n/messages';
import { today } from '@/shared/format/days';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownAgreement } from './agreement-section';
import { AnnexBlocks } from './annexes/annex-blocks';
import { ClauseBlocks } from './drafting/clause-blocks';
import type { ClauseValue } from './drafting/clauses';
import { agreementMessages } from './agreement.messages';
import { agreementsMessages } from './agreements.messages';

export interface AgreementContent {
  readonly form?: CooperationForm | null;
  readonly title: string;
  readonly clauses: readonly ClauseValue[];
  readonly annexes?: readonly { readonly title: string; readonly fileId: string }[];
  readonly promisedStudents?: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

export const FORMS: readonly CooperationForm[] = [
  'ORDER_CLASS',
  'INTERNSHIP_BASE',
  'TRAINING_BASE',
  'RECRUITMENT_BASE',
];

export interface AgreementFormProps<TValues extends { content: AgreementContent }> {
  readonly form: FormInstance<TValues>;
  readonly initialValues: object;
  readonly onFinish: (values: TValues) => void;
  readonly onValuesChange: () => void;
  readonly isRunning: boolean;
  readonly problems: readonly string[];
  readonly failure: RequestError | null;
  /** Fields before the content. */
  readonly children?: ReactNode;
  /** Fields after it, before the button. */
  readonly end?: ReactNode;
  /** Only a cooperation of college and enterprise has forms. */
  readonly hasForms?: boolean;
  readonly saveLabel?: string;
  /** Annexes it has now. */
  readonly annexes?: ShownAgreement['annexes'];
}

/** What an agreement says, for a new draft and for a changed one. */
export function AgreementForm<TValues extends { content: AgreementContent }>(
  props: AgreementFormProps<TValues>,
) {
  const { form, initialValues, isRunning, problems, failure, children } = props;
  const { end, hasForms = true, saveLabel } = props;
  const text = useText(agreementMessages);
  const list = useText(agreementsMessages);
  const ui = useText(uiMessages);
  const required = { required: true, message: ui('required') };
  return (
    <Form<TValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      className="gq-card"
      initialValues={initialValues}
      onFinish={props.onFinish}
      onValuesChange={props.onValuesChange}
    >
      {children}
      <Form.Item name={['content', 'title']} label={text('name')} rules={[required, { max: 100 }]}>
        <Input placeholder={text('namePlaceholder')} />
      </Form.Item>
      {hasForms && (
        <Form.Item name={['content', 'form']} label={text('form')} rules={[required]}>
          <Radio.Group>
            <Space orientation="vertical">
              {FORMS.map((value) => (
                <Radio key={value} value={value}>
                  {list(`form_${value}`)}
                  <span className="gq-agreements-soft"> · {list(`formHint_${value}`)}</span>
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
      )}
      <div className="gq-agreements-row">
        <Form.Item name={['content', 'startsOn']} label={text('startsOn')} rules={[required]}>
          <DayPicker />
        </Form.Item>
        <Form.Item name={['content', 'endsOn']} label={text('endsOn')} rules={[required]}>
          <DayPicker min={today()} />
        </Form.Item>
      </div>
      <NumberItem
        name={['content', 'promisedStudents']}
        label={text('promised')}
        min={1}
        max={100_000}
      />
      <ClauseBlocks name={['content', 'clauses']} />
      <AnnexBlocks name={['content', 'annexes']} kept={props.annexes} />
      {end}
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {saveLabel ?? text('save')}
      </Button>
    </Form>
  );
}
