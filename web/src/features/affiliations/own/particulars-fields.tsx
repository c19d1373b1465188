import { Form, Input, type FormInstance } from 'antd';
import { MajorText } from '@/features/reference-data/named-text';
import { EducationLevelSelect } from '@/features/reference-data/level-select';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { ownMessages } from './own.messages';

export interface ParticularsValues {
  readonly majorName?: string;
  readonly majorCode?: string | null;
  readonly className?: string;
  readonly educationLevelCode?: string;
  readonly graduationYear?: string;
}

/** What the college checks of somebody its roster does not name. */
export function ParticularsFields({
  form,
}: {
  readonly form: Pick<FormInstance<ParticularsValues>, 'setFieldValue'>;
}) {
  const text = useText(ownMessages);
  const words = useText(uiMessages);
  return (
    <div className="gq-college-grid">
      <Form.Item
        name="majorName"
        label={text('major')}
        extra={text('majorHint')}
        rules={[{ required: true, whitespace: true, message: words('required') }]}
      >
        <MajorText onCode={(code) => form.setFieldValue('majorCode', code)} />
      </Form.Item>
      <Form.Item
        name="graduationYear"
        label={text('graduationYear')}
        rules={[
          { required: true, message: words('required') },
          {
            validator: (_: unknown, typed: string | undefined) =>
              !typed || /^\s*\d{4}\s*$/.test(typed.normalize('NFKC'))
                ? Promise.resolve()
                : Promise.reject(new Error(text('yearWrong'))),
          },
        ]}
      >
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="className" label={text('className')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="educationLevelCode" label={text('educationLevel')}>
        <EducationLevelSelect />
      </Form.Item>
    </div>
  );
}
