import { Form, Input, InputNumber, Select } from 'antd';
import { RegionSelect } from '@/features/reference-data/code-select';
import { todayInChina } from '@/shared/format/china-time';
import { DayPicker } from '@/shared/forms/day-picker';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { postingWordsMessages } from '../../public/posting-words.messages';
import { editorMessages } from './editor.messages';

const PERIODS = ['MONTH', 'DAY', 'HOUR', 'PIECE', 'YEAR'] as const;
const MAX_PAY = 99_999_999;

/** Pay and benefits. */
export function PaySection() {
  const text = useText(editorMessages);
  const words = useText(postingWordsMessages);
  return (
    <Section title={text('pay')}>
      <div className="gq-own-pair">
        <Form.Item name="payMin" label={text('payMin')} extra={text('payHint')}>
          <InputNumber
            className="gq-own-full"
            min={0.01}
            max={MAX_PAY}
            precision={2}
            step={100}
            inputMode="decimal"
          />
        </Form.Item>
        <Form.Item
          name="payMax"
          label={text('payMax')}
          dependencies={['payMin']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_rule, max: number | null | undefined) => {
                const min = getFieldValue('payMin') as number | null | undefined;
                if (max != null && min != null && max < min) throw new Error(text('payUpsideDown'));
              },
            }),
          ]}
        >
          <InputNumber
            className="gq-own-full"
            min={0.01}
            max={MAX_PAY}
            precision={2}
            step={100}
            inputMode="decimal"
          />
        </Form.Item>
        <Form.Item name="payPeriod" label={text('payPeriod')}>
          <Select
            options={PERIODS.map((value) => ({ value, label: words(`period_${value}`).trim() }))}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['payPeriod']}>
          {({ getFieldValue }) =>
            getFieldValue('payPeriod') === 'MONTH' && (
              <Form.Item name="payMonths" label={text('payMonths')}>
                <InputNumber
                  className="gq-own-full"
                  min={12}
                  max={24}
                  precision={0}
                  placeholder="12"
                  inputMode="numeric"
                />
              </Form.Item>
            )
          }
        </Form.Item>
      </div>
      <Form.Item name="benefits" label={text('benefits')} extra={text('benefitsHint')}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={30}
          tokenSeparators={['、', '，', ',', '；', ';']}
        />
      </Form.Item>
    </Section>
  );
}

/** Where, and until when it is valid. */
export function PlaceSection() {
  const text = useText(editorMessages);
  return (
    <Section title={`${text('place')} · ${text('validity')}`}>
      <div className="gq-own-pair">
        <Form.Item name="regionCode" label={text('region')}>
          <RegionSelect />
        </Form.Item>
        <Form.Item name="address" label={text('address')} extra={text('addressHint')}>
          <Input maxLength={200} autoComplete="street-address" />
        </Form.Item>
        <Form.Item
          name="validThrough"
          label={text('validThrough')}
          extra={text('validThroughHint')}
        >
          <DayPicker min={todayInChina()} max={todayInChina(180)} />
        </Form.Item>
      </div>
    </Section>
  );
}
