import { Form, type FormInstance } from 'antd';
import { EducationLevelSelect } from '@/features/reference-data/level-select';
import { ReplaceEducations } from '@/graphql/generated/features/profiles/profile';
import { DayPicker } from '@/shared/forms/day-picker';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { EntryList } from '../entries/entry-list';
import { InstitutionText, MajorText } from '@/features/reference-data/named-text';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { StepForm } from '../step-form';
import { orNull, useSave } from '../use-save';

interface Values {
  readonly educations: readonly {
    readonly institution?: string | null;
    readonly collegeCode?: string | null;
    readonly educationLevelCode?: string | null;
    readonly majorName?: string | null;
    readonly majorCode?: string | null;
    readonly startedOn?: string | null;
    readonly endedOn?: string | null;
  }[];
}

const MAX = 20;

export function EducationsStep({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const run = useSave(ReplaceEducations);
  return (
    <StepForm<Values>
      step="educations"
      initialValues={{
        educations: profile.educations.map((entry) => ({
          institution: entry.institution,
          collegeCode: entry.college?.code ?? entry.college?.id ?? null,
          educationLevelCode: entry.educationLevel?.code ?? null,
          majorName: entry.majorName,
          majorCode: entry.major?.code ?? null,
          startedOn: entry.startedOn,
          endedOn: entry.endedOn,
        })),
      }}
      run={({ educations }) =>
        run({
          version: profile.version,
          educations: educations.map((entry) => ({
            institution: entry.institution ?? '',
            collegeCode: orNull(entry.collegeCode),
            educationLevelCode: orNull(entry.educationLevelCode),
            majorName: orNull(entry.majorName),
            majorCode: orNull(entry.majorCode),
            startedOn: orNull(entry.startedOn),
            endedOn: orNull(entry.endedOn),
          })),
        })
      }
    >
      {(form) => (
        <EntryList
          name="educations"
          titleOf={(place) => text('education', { place })}
          addLabel={text('addEducation')}
          max={MAX}
        >
          {(place) => <EducationFields form={form} place={place} />}
        </EntryList>
      )}
    </StepForm>
  );
}

function EducationFields({
  form,
  place,
}: {
  readonly form: FormInstance<Values>;
  readonly place: number;
}) {
  const text = useText(profilesMessages);
  const words = useText(uiMessages);
  return (
    <div className="gq-profile-grid">
      <Form.Item
        name={[place, 'institution']}
        label={text('institution')}
        rules={[{ required: true, whitespace: true, message: words('required') }]}
      >
        <InstitutionText
          onCode={(code) => form.setFieldValue(['educations', place, 'collegeCode'], code)}
        />
      </Form.Item>
      <Form.Item name={[place, 'educationLevelCode']} label={text('educationLevel')}>
        <EducationLevelSelect />
      </Form.Item>
      <Form.Item name={[place, 'majorName']} label={text('major')}>
        <MajorText
          onCode={(code) => form.setFieldValue(['educations', place, 'majorCode'], code)}
        />
      </Form.Item>
      <div className="gq-profile-pair">
        <Form.Item name={[place, 'startedOn']} label={text('startedOn')}>
          <DayPicker />
        </Form.Item>
        <Form.Item name={[place, 'endedOn']} label={text('endedOnStudy')}>
          <DayPicker />
        </Form.Item>
      </div>
    </div>
  );
}
