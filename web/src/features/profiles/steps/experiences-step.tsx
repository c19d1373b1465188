import { Form, Input } from 'antd';
import { OccupationSelect } from '@/features/reference-data/code-select';
import { ReplaceExperiences } from '@/graphql/generated/features/profiles/profile';
import { DayPicker } from '@/shared/forms/day-picker';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { EntryList } from '../entries/entry-list';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { StepForm } from '../step-form';
import { orNull, useSave } from '../use-save';

interface Values {
  readonly experiences: readonly {
    readonly employerName?: string | null;
    readonly position?: string | null;
    readonly occupationCode?: string | null;
    readonly description?: string | null;
    readonly startedOn?: string | null;
    readonly endedOn?: string | null;
  }[];
}

const MAX = 30;

export function ExperiencesStep({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const run = useSave(ReplaceExperiences);
  return (
    <StepForm<Values>
      step="experiences"
      initialValues={{
        experiences: profile.experiences.map(({ occupation, ...entry }) => ({
          ...entry,
          occupationCode: occupation?.code ?? null,
        })),
      }}
      run={({ experiences }) =>
        run({
          version: profile.version,
          experiences: experiences.map((entry) => ({
            employerName: entry.employerName ?? '',
            position: entry.position ?? '',
            occupationCode: orNull(entry.occupationCode),
            description: orNull(entry.description),
            startedOn: orNull(entry.startedOn),
            endedOn: orNull(entry.endedOn),
          })),
        })
      }
    >
      {() => (
        <EntryList
          name="experiences"
          titleOf={(place) => text('experience', { place })}
          addLabel={text('addExperience')}
          max={MAX}
        >
          {(place) => <ExperienceFields place={place} />}
        </EntryList>
      )}
    </StepForm>
  );
}

function ExperienceFields({ place }: { readonly place: number }) {
  const text = useText(profilesMessages);
  const words = useText(uiMessages);
  const needed = [{ required: true, whitespace: true, message: words('required') }];
  return (
    <>
      <div className="gq-profile-grid">
        <Form.Item name={[place, 'employerName']} label={text('employerName')} rules={needed}>
          <Input autoComplete="organization" />
        </Form.Item>
        <Form.Item name={[place, 'position']} label={text('position')} rules={needed}>
          <Input autoComplete="organization-title" />
        </Form.Item>
        <Form.Item name={[place, 'occupationCode']} label={text('occupation')}>
          <OccupationSelect />
        </Form.Item>
        <div className="gq-profile-pair">
          <Form.Item name={[place, 'startedOn']} label={text('startedOn')}>
            <DayPicker />
          </Form.Item>
          <Form.Item name={[place, 'endedOn']} label={text('endedOnWork')}>
            <DayPicker />
          </Form.Item>
        </div>
      </div>
      <Form.Item name={[place, 'description']} label={text('description')}>
        <Input.TextArea rows={3} count={{ show: true, max: 2000 }} />
      </Form.Item>
    </>
  );
}
