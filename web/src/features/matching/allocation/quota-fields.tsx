import { Form, Radio, Space } from 'antd';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { NumberItem } from '@/shared/forms/number-item';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { setupMessages } from './setup.messages';

export type QuotaBy = 'none' | 'college' | 'region';

const MOST = 10_000;

/** No limit, or so many of one college or of the colleges of one province at a posting. */
export function QuotaFields() {
  const text = useText(setupMessages);
  const ui = useText(uiMessages);
  return (
    <>
      <Form.Item name="quotaBy" label={text('quotaBy')} extra={text('quotaByHint')}>
        <RadioGroup>
          <Space orientation="vertical">
            <Radio value="none">{text('quotaBy_none')}</Radio>
            <Radio value="college">{text('quotaBy_college')}</Radio>
            <Radio value="region">{text('quotaBy_region')}</Radio>
          </Space>
        </RadioGroup>
      </Form.Item>
      <Form.Item noStyle dependencies={['quotaBy']}>
        {({ getFieldValue }) => {
          const by = getFieldValue('quotaBy') as QuotaBy | undefined;
          if (by === undefined || by === 'none') return null;
          return (
            <NumberItem
              key={by}
              name={by === 'college' ? 'collegeMaximum' : 'regionMaximum'}
              label={text(`quota_${by}`)}
              extra={text(`quotaHint_${by}`)}
              min={1}
              max={MOST}
              rules={[{ required: true, message: ui('required') }]}
            />
          );
        }}
      </Form.Item>
    </>
  );
}
