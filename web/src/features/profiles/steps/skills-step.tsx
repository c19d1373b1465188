import { Button, Form, Input, Select, type FormInstance } from 'antd';
import { useId, useState } from 'react';
import {
  ReplaceSkills,
  type SkillProficiency,
} from '@/graphql/generated/features/profiles/profile';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { skillNames } from '../entries/skill-names';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { StepForm } from '../step-form';
import { orNull, useSave } from '../use-save';

interface Values {
  readonly skills: readonly {
    readonly name?: string | null;
    readonly proficiency?: SkillProficiency | null;
  }[];
}

const MAX = 50;
const PROFICIENCIES = ['BASIC', 'SKILLED', 'EXPERT'] as const;

export function SkillsStep({ profile }: { readonly profile: OwnProfile }) {
  const run = useSave(ReplaceSkills);
  return (
    <StepForm<Values>
      step="skills"
      initialValues={{ skills: profile.skills }}
      run={({ skills }) =>
        run({
          version: profile.version,
          skills: skills.map(({ name, proficiency }) => ({
            name: name ?? '',
            proficiency: orNull(proficiency),
          })),
        })
      }
    >
      {(form) => <SkillRows form={form} />}
    </StepForm>
  );
}

function SkillRows({ form }: { readonly form: FormInstance<Values> }) {
  const text = useText(profilesMessages);
  const words = useText(uiMessages);
  return (
    <Form.List name="skills">
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.length === 0 && <p className="gq-profile-note">{text('noEntries')}</p>}
          <ul className="gq-profile-skills">
            {fields.map(({ key, name }, index) => (
              <li key={key}>
                <Form.Item
                  name={[name, 'name']}
                  rules={[{ required: true, whitespace: true, message: words('required') }]}
                >
                  <Input aria-label={text('skillOf', { place: index + 1 })} />
                </Form.Item>
                <Form.Item name={[name, 'proficiency']}>
                  <Select
                    allowClear
                    placeholder={text('proficiency')}
                    aria-label={text('proficiencyOf', { place: index + 1 })}
                    options={PROFICIENCIES.map((value) => ({
                      value,
                      label: text(`proficiency_${value}`),
                    }))}
                  />
                </Form.Item>
                <Button
                  type="text"
                  danger
                  aria-label={text('removeOf', { name: text('skillOf', { place: index + 1 }) })}
                  onClick={() => remove(name)}
                >
                  {text('remove')}
                </Button>
              </li>
            ))}
          </ul>
          <Form.ErrorList errors={errors} />
          {fields.length < MAX ? (
            <NewSkills
              onAdd={(typed) => {
                const known = (form.getFieldValue('skills') as Values['skills']).map(
                  (skill) => skill.name ?? '',
                );
                for (const name of skillNames(typed, known).slice(0, MAX - known.length))
                  add({ name });
              }}
            />
          ) : (
            <p className="gq-profile-note">{text('limit', { count: MAX })}</p>
          )}
        </>
      )}
    </Form.List>
  );
}

/** Takes one skill or many at once. */
function NewSkills({ onAdd }: { readonly onAdd: (typed: string) => void }) {
  const text = useText(profilesMessages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const finish = (): void => {
    if (typed.trim() === '') return;
    onAdd(typed);
    setTyped('');
  };
  return (
    <div className="gq-profile-new-skills">
      <label htmlFor={id}>{text('newSkills')}</label>
      <div>
        <Input.TextArea
          id={id}
          rows={1}
          value={typed}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={(event) => {
            if (event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            finish();
          }}
        />
        <Button onClick={finish}>{text('add')}</Button>
      </div>
      <p id={`${id}-hint`} className="gq-profile-note">
        {text('newSkillsHint')}
      </p>
    </div>
  );
}
