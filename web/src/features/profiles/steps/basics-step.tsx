import { Form, Switch } from 'antd';
import { useEducationLevelName } from '@/features/reference-data/level-select';
import { EditProfile } from '@/graphql/generated/features/profiles/profile';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { StepForm } from '../step-form';
import { orNull, useSave } from '../use-save';
import { BasicFields, type BasicValues } from './basic-fields';

export function BasicsStep({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const run = useSave(EditProfile);
  const { version, fullName, headline, summary, homeRegion, availableFrom, isActive } = profile;
  return (
    <StepForm<BasicValues>
      step="basics"
      initialValues={{
        fullName,
        headline,
        summary,
        homeRegionCode: homeRegion?.code ?? null,
        availableFrom,
        isActive,
      }}
      // The changes stand inside the input, their fields do not.
      fieldOf={([first = '', ...rest]) => (first === 'changes' ? rest : [first, ...rest])}
      run={(values) =>
        run({
          version,
          changes: {
            fullName: values.fullName ?? '',
            headline: orNull(values.headline),
            summary: orNull(values.summary),
            homeRegionCode: orNull(values.homeRegionCode),
            availableFrom: orNull(values.availableFrom),
            isActive: values.isActive ?? true,
          },
        })
      }
    >
      {() => (
        <>
          <BasicFields />
          <Form.Item
            name="isActive"
            label={text('isActive')}
            valuePropName="checked"
            extra={text('isActiveHint')}
          >
            <Switch />
          </Form.Item>
          <Derived profile={profile} />
        </>
      )}
    </StepForm>
  );
}

/** Highest education, major and years of work follow from the entries. */
function Derived({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const levelName = useEducationLevelName();
  const { educationLevel, major, experienceYears } = profile;
  if (educationLevel === null && major === null && experienceYears === null) return null;
  return (
    <div className="gq-profile-derived">
      <h3>{text('derived')}</h3>
      <Facts
        facts={[
          { label: text('derivedEducation'), value: educationLevel && levelName(educationLevel) },
          { label: text('derivedMajor'), value: major?.name ?? null },
          {
            label: text('derivedYears'),
            value: experienceYears === null ? null : text('years', { count: experienceYears }),
          },
        ]}
      />
    </div>
  );
}
