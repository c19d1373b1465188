import { Button, Form, Input, Select, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { TemplateKinds } from '@/graphql/generated/features/agreements/templates/templates';
import { FormProblems } from '@/shared/forms/form-problems';
import { useOperation } from '@/shared/graphql/query';
import type { RequestError } from '@/shared/graphql/request';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { ClauseBlocks } from '../drafting/clause-blocks';
import { GapBlocks } from './gap-blocks';
import { templatePagesMessages } from './template-pages.messages';
import type { TemplateValues } from './template-values';
import './templates.css';
import '../agreements.css';

interface TemplateFormProps {
  readonly form: FormInstance<TemplateValues>;
  readonly initialValues: object;
  /** The kind is chosen once. */
  readonly isNew: boolean;
  readonly onFinish: (values: TemplateValues) => void;
  readonly onValuesChange: () => void;
  readonly isRunning: boolean;
  readonly problems: readonly string[];
  readonly failure: RequestError | null;
  readonly end?: ReactNode;
}

/** What a template says and asks for. */
export function TemplateForm(props: TemplateFormProps) {
  const { form, initialValues, isNew, isRunning, problems, failure, end } = props;
  const text = useText(templatePagesMessages);
  const ui = useText(uiMessages);
  const { data, isFetching } = useOperation(TemplateKinds, {});
  const chosen = Form.useWatch('kind', form);
  const model = data?.builtInAgreementTemplates.find(({ kind }) => kind.code === chosen);
  const required = { required: true, whitespace: true, message: ui('required') };
  return (
    <Form<TemplateValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      className="gq-card"
      initialValues={initialValues}
      onFinish={props.onFinish}
      onValuesChange={props.onValuesChange}
    >
      <Form.Item name="name" label={text('name')} rules={[required, { max: 100 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="kind" label={text('kind')} rules={[required]}>
        <Select
          disabled={!isNew}
          loading={isFetching}
          options={(data?.agreementKinds ?? []).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
        />
      </Form.Item>
      <Form.Item
        name={['content', 'title']}
        label={text('agreementTitle')}
        rules={[required, { max: 100 }]}
      >
        <Input />
      </Form.Item>
      <ClauseBlocks name={['content', 'clauses']} />
      <GapBlocks name={['content', 'variables']} builtIn={model?.builtInGaps ?? []} />
      {end}
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {text(isNew ? 'save' : 'saveVersion')}
      </Button>
    </Form>
  );
}
