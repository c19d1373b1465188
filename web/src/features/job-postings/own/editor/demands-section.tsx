import { Button, Form } from 'antd';
import { EducationLevelSelect, SkillLevelSelect } from '@/features/reference-data/code-select';
import { NumberItem } from '@/shared/forms/number-item';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { editorMessages } from './editor.messages';
import type { RequirementValues } from './editor-values';
import { RequirementFields } from './requirement-fields';

const MOST = 30;
const NEW: RequirementValues = { kind: 'SKILL', isRequired: false, weight: 5 };

/** What applicants have to bring, as far as a machine can check it. */
export function DemandsSection() {
  const text = useText(editorMessages);
  return (
    <Section title={text('demands')}>
      <div className="gq-own-posting-pair">
        <Form.Item name="educationLevelCode" label={text('education')}>
          <EducationLevelSelect placeholder={text('any')} />
        </Form.Item>
        <NumberItem
          name="experienceYearsMin"
          label={text('experience')}
          min={0}
          max={50}
          placeholder={text('any')}
        />
        <Form.Item name="skillLevelCode" label={text('skillLevel')}>
          <SkillLevelSelect placeholder={text('any')} />
        </Form.Item>
      </div>
      <h3>{text('requirements')}</h3>
      <p className="gq-own-explain">{text('requirementsText')}</p>
      <Form.List name="requirements">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <RequirementFields key={key} place={name} onRemove={() => remove(name)} />
            ))}
            {fields.length < MOST && (
              <Button onClick={() => add(NEW)}>＋ {text('addRequirement')}</Button>
            )}
          </>
        )}
      </Form.List>
    </Section>
  );
}
