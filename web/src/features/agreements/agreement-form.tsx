import { Button, Form, Input, Radio, Space, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import type { DraftedKindFragment } from '@/graphql/generated/features/agreements/drafting/drafting';
import { RadioGroup } from '@/shared/forms/choice-groups';
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
import type { AgreementContent } from './drafting/content';
import { InternshipFields } from './drafting/internship-fields';
import { ObligationBlocks } from './drafting/obligation-blocks';
import type { DraftParty } from './drafting/parties';
import { agreementMessages } from './agreement.messages';

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
  readonly kind: DraftedKindFragment;
  /** As far as they are known, in the order of the kind. */
  readonly parties: readonly DraftParty[];
  readonly saveLabel?: string;
  /** Annexes it has now. */
  readonly annexes?: ShownAgreement['annexes'];
}

/** What an agreement says, for a new draft and for a changed one. */
export function AgreementForm<TValues extends { content: AgreementContent }>(
  props: AgreementFormProps<TValues>,
) {
  const { form, initialValues, isRunning, problems, failure, children } = props;
  const { kind, parties, end, saveLabel } = props;
  const text = useText(agreementMessages);
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
      {kind.subKinds.length > 0 && (
        <Form.Item name={['content', 'subKind']} label={text('form')} rules={[required]}>
          <RadioGroup>
            <Space orientation="vertical">
              {kind.subKinds.map(({ code, name, summary }) => (
                <Radio key={code} value={code}>
                  {name}
                  <span className="gq-agreements-soft"> · {summary}</span>
                </Radio>
              ))}
            </Space>
          </RadioGroup>
        </Form.Item>
      )}
      <div className="gq-agreements-row">
        <Form.Item
          name={['content', 'startsOn']}
          label={text('startsOn')}
          rules={[required]}
          extra={kind.hasInternship ? text('signedBefore') : undefined}
        >
          <DayPicker />
        </Form.Item>
        <Form.Item name={['content', 'endsOn']} label={text('endsOn')} rules={[required]}>
          <DayPicker min={today()} />
        </Form.Item>
      </div>
      {kind.hasPromisedStudents && (
        <NumberItem
          name={['content', 'promisedStudents']}
          label={text('promised')}
          min={1}
          max={100_000}
        />
      )}
      {kind.hasInternship && <InternshipFields />}
      <ClauseBlocks name={['content', 'clauses']} />
      <ObligationBlocks parties={parties} />
      <AnnexBlocks name={['content', 'annexes']} kept={props.annexes} />
      {end}
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {saveLabel ?? text('save')}
      </Button>
    </Form>
  );
}
