import { Button, Form, Input, Select } from 'antd';
import {
  EducationLevelSelect,
  MajorSelect,
  SkillLevelSelect,
} from '@/features/reference-data/code-select';
import { NumberItem } from '@/shared/forms/number-item';
import { useText } from '@/shared/i18n/messages';
import { editorMessages } from './editor.messages';
import type { EditorValues, Kind } from './editor-values';

const KINDS = [
  'SKILL',
  'CERTIFICATE',
  'EXPERIENCE',
  'LANGUAGE',
  'MAJOR',
  'EDUCATION',
  'SKILL_LEVEL',
] as const satisfies readonly Kind[];

export interface RequirementFieldsProps {
  readonly place: number;
  readonly onRemove: () => void;
}

/** One requirement: what, how much of it, must or nice, and how much it weighs. */
export function RequirementFields({ place, onRemove }: RequirementFieldsProps) {
  const text = useText(editorMessages);
  const form = Form.useFormInstance<EditorValues>();
  const watched = Form.useWatch(['requirements', place, 'kind'], form) as Kind | undefined;
  const kind = watched ?? 'SKILL';
  const label = text(kind === 'EXPERIENCE' ? 'value_EXPERIENCE' : 'value');
  return (
    <fieldset className="gq-own-requirement">
      <legend className="gq-hidden-text">{text('requirement', { place: place + 1 })}</legend>
      <Form.Item name={[place, 'kind']} label={text('kind')}>
        <Select
          options={KINDS.map((value) => ({ value, label: text(`kind_${value}`) }))}
          onChange={() => form.setFieldValue(['requirements', place, 'value'], null)}
        />
      </Form.Item>
      <Form.Item
        name={[place, 'value']}
        label={label}
        rules={[{ required: true, message: text('required', { name: label }) }, { max: 50 }]}
      >
        <ValueInput kind={kind} />
      </Form.Item>
      {kind === 'EXPERIENCE' && (
        <NumberItem
          name={[place, 'minimum']}
          label={text('years')}
          min={0}
          max={50}
          rules={[{ required: true, message: text('required', { name: text('years') }) }]}
        />
      )}
      <Form.Item name={[place, 'isRequired']} label={text('isRequired')}>
        <Select
          options={[
            { value: true, label: text('must') },
            { value: false, label: text('nice') },
          ]}
        />
      </Form.Item>
      <NumberItem
        name={[place, 'weight']}
        label={text('weight')}
        min={1}
        max={10}
        rules={[{ required: true, message: text('required', { name: text('weight') }) }]}
      />
      <Button
        className="gq-own-remove"
        aria-label={text('removeRequirement', { place: place + 1 })}
        onClick={onRemove}
      >
        ✕
      </Button>
    </fieldset>
  );
}

interface ValueInputProps {
  readonly kind: Kind;
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
}

/** The form gives value and change to whichever input fits the kind. */
function ValueInput({ kind, onChange, value = null, ...field }: ValueInputProps) {
  const coded = { ...field, value, ...(onChange ? { onChange } : {}) };
  switch (kind) {
    case 'EDUCATION':
      return <EducationLevelSelect {...coded} />;
    case 'SKILL_LEVEL':
      return <SkillLevelSelect {...coded} />;
    case 'MAJOR':
      return <MajorSelect {...coded} />;
    case 'SKILL':
    case 'CERTIFICATE':
    case 'LANGUAGE':
    case 'EXPERIENCE':
      return (
        <Input {...field} value={value ?? ''} onChange={({ target }) => onChange?.(target.value)} />
      );
  }
}
