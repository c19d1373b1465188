import { Form, Input, Select } from 'antd';
import type { SizeBand } from '@/graphql/generated/features/organisations/own/particulars/particulars';
import { IndustrySelect } from '@/features/reference-data/code-select';
import { NumberItem } from '@/shared/forms/number-item';
import { useText } from '@/shared/i18n/messages';
import { organisationWordsMessages } from '../../public/organisation-words.messages';
import { particularsMessages } from './particulars.messages';

const SIZE_BANDS: readonly SizeBand[] = [
  'UNDER_20',
  'FROM_20_TO_99',
  'FROM_100_TO_499',
  'FROM_500_TO_999',
  'FROM_1000_TO_9999',
  'FROM_10000',
];
const MOST_GRADUATES = 100_000;

/** What the organisation says about itself. */
export function AboutItems() {
  const text = useText(particularsMessages);
  const words = useText(organisationWordsMessages);
  return (
    <>
      <div className="gq-own-columns">
        <Form.Item name="industryCode" label={text('industry')}>
          <IndustrySelect />
        </Form.Item>
        <Form.Item name="sizeBand" label={text('size')}>
          <Select
            placeholder={text('choose')}
            allowClear
            options={SIZE_BANDS.map((value) => ({ value, label: words(`size_${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="address" label={text('address')} rules={[{ max: 200 }]}>
          <Input autoComplete="street-address" />
        </Form.Item>
        <Form.Item
          name="website"
          label={text('website')}
          extra={text('websiteHint')}
          rules={[{ max: 200 }]}
        >
          <Input inputMode="url" autoComplete="url" />
        </Form.Item>
        <NumberItem
          name="annualGraduateIntakeMin"
          label={text('intakeMin')}
          min={0}
          max={MOST_GRADUATES}
        />
        <NumberItem
          name="annualGraduateIntakeMax"
          label={text('intakeMax')}
          min={0}
          max={MOST_GRADUATES}
        />
      </div>
      <Form.Item
        name="description"
        label={text('description')}
        extra={text('descriptionHint')}
        rules={[{ max: 5000 }]}
      >
        <Input.TextArea rows={6} />
      </Form.Item>
    </>
  );
}

/** Whom to turn to. */
export function ContactItems() {
  const text = useText(particularsMessages);
  return (
    <div className="gq-own-columns">
      <Form.Item name={['contact', 'name']} label={text('contactName')} rules={[{ max: 50 }]}>
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name={['contact', 'phone']} label={text('contactPhone')} rules={[{ max: 30 }]}>
        <Input inputMode="tel" autoComplete="tel" />
      </Form.Item>
      <Form.Item name={['contact', 'email']} label={text('contactEmail')} rules={[{ max: 254 }]}>
        <Input inputMode="email" autoComplete="email" />
      </Form.Item>
    </div>
  );
}
