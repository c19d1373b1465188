import { Form, Radio, Select, Space } from 'antd';
import { DayPicker } from '@/shared/forms/day-picker';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { NumberItem } from '@/shared/forms/number-item';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { Metric } from './obligation-blocks';
import { obligationBlocksMessages } from './obligation-blocks.messages';
import type { DraftParty } from './parties';

interface ObligationFieldsProps {
  /** Its place in the list of the form. */
  readonly name: number;
  readonly metrics: readonly Metric[];
  readonly parties: readonly DraftParty[];
}

const LIST = ['content', 'obligations'];

/** What is promised, by whom, how much, by when, and what proves it. */
export function ObligationFields({ name, metrics, parties }: ObligationFieldsProps) {
  const text = useText(obligationBlocksMessages);
  const ui = useText(uiMessages);
  const form = Form.useFormInstance();
  const code = Form.useWatch([...LIST, name, 'metric'], form) as string | undefined;
  const metric = metrics.find((one) => one.code === code);
  const debtorsOf = ({ roles }: Metric): readonly DraftParty[] =>
    parties.filter(({ role }) => roles.includes(role));
  const debtors = metric ? debtorsOf(metric) : parties;
  const required = { required: true, message: ui('required') };
  /** Nothing stays that does not fit what is promised now. */
  const fit = (chosen: string): void => {
    const now = metrics.find((one) => one.code === chosen);
    if (!now) return;
    const fitting = debtorsOf(now);
    const owedBy = form.getFieldValue([...LIST, name, 'owedBy']) as string | undefined;
    if (!fitting.some(({ id }) => id === owedBy)) {
      const [only, ...others] = fitting;
      form.setFieldValue([...LIST, name, 'owedBy'], others.length === 0 ? only?.id : undefined);
    }
    form.setFieldValue([...LIST, name, 'proof'], now.records == null ? null : 'RECORDS');
  };
  const isParty = {
    validator: async (_rule: unknown, id: unknown) => {
      if (id != null && !debtors.some((party) => party.id === id))
        throw new Error(text('notParty'));
    },
  };
  return (
    <>
      <div className="gq-agreements-row">
        <Form.Item name={[name, 'metric']} label={text('metric')} rules={[required]}>
          <Select
            onChange={fit}
            options={metrics.map((one) => ({ value: one.code, label: one.name }))}
          />
        </Form.Item>
        <Form.Item
          name={[name, 'owedBy']}
          label={text('owedBy')}
          rules={[required, isParty]}
          dependencies={[[...LIST, name, 'metric']]}
        >
          <Select options={debtors.map((party) => ({ value: party.id, label: party.name }))} />
        </Form.Item>
        <NumberItem
          name={[name, 'quantity']}
          label={metric ? text('quantityOf', { unit: metric.unit }) : text('quantity')}
          rules={[required]}
          min={1}
          max={1_000_000}
        />
        <Form.Item name={[name, 'dueOn']} label={text('dueOn')} rules={[required]}>
          <DayPicker />
        </Form.Item>
      </div>
      {metric?.records == null ? (
        metric && <p className="gq-agreements-soft">{text('byEntries')}</p>
      ) : (
        <Form.Item name={[name, 'proof']} label={text('proof')}>
          <RadioGroup>
            <Space orientation="vertical">
              <Radio value="RECORDS">
                {text('proof_RECORDS')}
                <span className="gq-agreements-note">{metric.records}</span>
              </Radio>
              <Radio value="ENTRIES">
                {text('proof_ENTRIES')}
                <span className="gq-agreements-note">{text('byEntries')}</span>
              </Radio>
            </Space>
          </RadioGroup>
        </Form.Item>
      )}
    </>
  );
}
