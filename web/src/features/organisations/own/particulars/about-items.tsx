import { Form, Input, InputNumber, Select } from 'antd';
import type { SizeBand } from '@/graphql/generated/features/organisations/own/particulars/particulars';
import { IndustrySelect } from '@/features/reference-data/code-select';
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
        <Form.Item name="address" label={text('address')}>
          <Input maxLength={200} autoComplete="street-address" />
        </Form.Item>
        <Form.Item name="website" label={text('website')} extra={text('websiteHint')}>
          <Input inputMode="url" autoComplete="url" maxLength={200} />
        </Form.Item>
        <Form.Item name="annualGraduateIntakeMin" label={text('intakeMin')}>
          <InputNumber min={0} max={MOST_GRADUATES} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="annualGraduateIntakeMax" label={text('intakeMax')}>
          <InputNumber min={0} max={MOST_GRADUATES} precision={0} inputMode="numeric" />
        </Form.Item>
      </div>
      <Form.Item name="description" label={text('description')} extra={text('descriptionHint')}>
        <Input.TextArea rows={6} maxLength={5000} />
      </Form.Item>
    </>
  );
}

/** Whom to turn to. */
export function ContactItems() {
  const text = useText(particularsMessages);
  return (
    <div className="gq-own-columns">
      <Form.Item name={['contact', 'name']} label={text('contactName')}>
        <Input maxLength={50} autoComplete="name" />
      </Form.Item>
      <Form.Item name={['contact', 'phone']} label={text('contactPhone')}>
        <Input inputMode="tel" maxLength={30} autoComplete="tel" />
      </Form.Item>
      <Form.Item name={['contact', 'email']} label={text('contactEmail')}>
        <Input inputMode="email" maxLength={254} autoComplete="email" />
      </Form.Item>
    </div>
  );
}
