import { Form, Input, Select } from 'antd';
import { RegionSelect } from '@/features/reference-data/code-select';
import { todayInChina } from '@/shared/format/china-time';
import { DayPicker } from '@/shared/forms/day-picker';
import { NumberItem } from '@/shared/forms/number-item';
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
      <div className="gq-own-posting-pair">
        <NumberItem
          name="payMin"
          label={text('payMin')}
          extra={text('payHint')}
          min={0.01}
          max={MAX_PAY}
          decimals={2}
        />
        <NumberItem
          name="payMax"
          label={text('payMax')}
          min={0.01}
          max={MAX_PAY}
          decimals={2}
          dependencies={['payMin']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_rule, max: number | null | undefined) => {
                const min = getFieldValue('payMin') as number | null | undefined;
                if (max != null && min != null && max < min) throw new Error(text('payUpsideDown'));
              },
            }),
          ]}
        />
        <Form.Item name="payPeriod" label={text('payPeriod')}>
          <Select
            options={PERIODS.map((value) => ({ value, label: words(`period_${value}`).trim() }))}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['payPeriod']}>
          {({ getFieldValue }) =>
            getFieldValue('payPeriod') === 'MONTH' && (
              <NumberItem
                name="payMonths"
                label={text('payMonths')}
                min={12}
                max={24}
                placeholder="12"
              />
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

/** Where, until when it is valid, and when the work begins. */
export function PlaceSection() {
  const text = useText(editorMessages);
  return (
    <Section title={`${text('place')} · ${text('validity')}`}>
      <div className="gq-own-posting-pair">
        <Form.Item name="regionCode" label={text('region')}>
          <RegionSelect />
        </Form.Item>
        <Form.Item
          name="address"
          label={text('address')}
          extra={text('addressHint')}
          rules={[{ max: 200 }]}
        >
          <Input autoComplete="street-address" />
        </Form.Item>
        <Form.Item
          name="validThrough"
          label={text('validThrough')}
          extra={text('validThroughHint')}
        >
          <DayPicker min={todayInChina()} max={todayInChina(180)} />
        </Form.Item>
        <Form.Item name="startsOn" label={text('startsOn')} extra={text('startsOnHint')}>
          <DayPicker min={todayInChina()} max={todayInChina(730)} />
        </Form.Item>
      </div>
    </Section>
  );
}
