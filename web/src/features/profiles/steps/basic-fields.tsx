import { Form, Input } from 'antd';
import { RegionSelect } from '@/features/reference-data/code-select';
import { DayPicker } from '@/shared/forms/day-picker';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { profilesMessages } from '../profiles.messages';

export interface BasicValues {
  readonly fullName?: string | null;
  readonly headline?: string | null;
  readonly summary?: string | null;
  readonly homeRegionCode?: string | null;
  readonly availableFrom?: string | null;
  readonly isActive?: boolean;
}

export function BasicFields() {
  const text = useText(profilesMessages);
  const words = useText(uiMessages);
  return (
    <>
      <Form.Item
        name="fullName"
        label={text('fullName')}
        rules={[{ required: true, whitespace: true, message: words('required') }]}
      >
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name="headline" label={text('headline')} extra={text('headlineHint')}>
        <Input />
      </Form.Item>
      <Form.Item name="homeRegionCode" label={text('homeRegion')}>
        <RegionSelect />
      </Form.Item>
      <Form.Item
        name="availableFrom"
        label={text('availableFrom')}
        extra={text('availableFromHint')}
      >
        <DayPicker />
      </Form.Item>
      <Form.Item name="summary" label={text('summary')}>
        <Input.TextArea rows={5} count={{ show: true, max: 2000 }} />
      </Form.Item>
    </>
  );
}
