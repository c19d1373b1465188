import { Checkbox, Form, Radio } from 'antd';
import { OrganisationSelect } from '@/features/organisations/organisation-select';
import {
  ChangeProfileVisibility,
  type ProfileVisibility,
} from '@/graphql/generated/features/profiles/profile';
import { useText } from '@/shared/i18n/messages';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { StepForm } from '../step-form';
import { useSave } from '../use-save';

interface Values {
  readonly visibility: ProfileVisibility;
  readonly hiddenEmployerIds: readonly string[];
  readonly takesInvitations: boolean;
}

const MAX_HIDDEN = 50;
const VISIBILITIES = ['EVERYONE', 'EMPLOYERS_I_APPLY_TO'] as const;

export function VisibilityStep({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const run = useSave(ChangeProfileVisibility);
  return (
    <StepForm<Values>
      step="visibility"
      initialValues={{
        visibility: profile.visibility ?? 'EMPLOYERS_I_APPLY_TO',
        takesInvitations: profile.takesInvitations,
        hiddenEmployerIds: (profile.hiddenEmployers ?? []).map(({ id }) => id),
      }}
      run={({ visibility, hiddenEmployerIds, takesInvitations }) =>
        run({
          version: profile.version,
          visibility,
          hiddenEmployerIds: [...hiddenEmployerIds],
          takesInvitations,
        })
      }
    >
      {() => (
        <>
          <Form.Item name="visibility" label={text('visibility')}>
            <Radio.Group className="gq-profile-radios">
              {VISIBILITIES.map((value) => (
                <Radio key={value} value={value}>
                  {text(`visibility_${value}`)}
                  <small>{text(`visibilityText_${value}`)}</small>
                </Radio>
              ))}
            </Radio.Group>
          </Form.Item>
          <Form.Item name="takesInvitations" valuePropName="checked">
            <Checkbox>
              {text('takesInvitations')}
              <small className="gq-profile-hint">{text('takesInvitationsText')}</small>
            </Checkbox>
          </Form.Item>
          <Form.Item
            name="hiddenEmployerIds"
            label={text('hiddenEmployers')}
            extra={text('hiddenEmployersHint')}
          >
            <OrganisationSelect
              multiple
              max={MAX_HIDDEN}
              kinds={['ENTERPRISE', 'HR_AGENCY']}
              placeholder={text('searchEmployers')}
            />
          </Form.Item>
        </>
      )}
    </StepForm>
  );
}
