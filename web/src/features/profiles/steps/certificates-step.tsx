import { Form, Input } from 'antd';
import { OccupationSelect } from '@/features/reference-data/code-select';
import { SkillLevelSelect } from '@/features/reference-data/level-select';
import { ReplaceCertificates } from '@/graphql/generated/features/profiles/profile';
import { DayPicker } from '@/shared/forms/day-picker';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { EntryList } from '../entries/entry-list';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { StepForm } from '../step-form';
import { orNull, useSave } from '../use-save';

interface Values {
  readonly certificates: readonly {
    readonly name?: string | null;
    readonly issuer?: string | null;
    readonly issuedOn?: string | null;
    readonly occupationCode?: string | null;
    readonly skillLevelCode?: string | null;
  }[];
}

const MAX = 30;

export function CertificatesStep({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const run = useSave(ReplaceCertificates);
  return (
    <StepForm<Values>
      step="certificates"
      initialValues={{
        certificates: profile.certificates.map(({ occupation, skillLevel, ...entry }) => ({
          ...entry,
          occupationCode: occupation?.code ?? null,
          skillLevelCode: skillLevel?.code ?? null,
        })),
      }}
      run={({ certificates }) =>
        run({
          version: profile.version,
          certificates: certificates.map((entry) => ({
            name: entry.name ?? '',
            issuer: orNull(entry.issuer),
            issuedOn: orNull(entry.issuedOn),
            occupationCode: orNull(entry.occupationCode),
            skillLevelCode: orNull(entry.skillLevelCode),
          })),
        })
      }
    >
      {() => (
        <EntryList
          name="certificates"
          titleOf={(place) => text('certificate', { place })}
          addLabel={text('addCertificate')}
          max={MAX}
        >
          {(place) => <CertificateFields place={place} />}
        </EntryList>
      )}
    </StepForm>
  );
}

function CertificateFields({ place }: { readonly place: number }) {
  const text = useText(profilesMessages);
  const words = useText(uiMessages);
  return (
    <div className="gq-profile-grid">
      <Form.Item
        name={[place, 'name']}
        label={text('certificateName')}
        rules={[{ required: true, whitespace: true, message: words('required') }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name={[place, 'issuer']} label={text('issuer')}>
        <Input />
      </Form.Item>
      <Form.Item name={[place, 'skillLevelCode']} label={text('skillLevel')}>
        <SkillLevelSelect />
      </Form.Item>
      <Form.Item name={[place, 'occupationCode']} label={text('occupation')}>
        <OccupationSelect />
      </Form.Item>
      <Form.Item name={[place, 'issuedOn']} label={text('issuedOn')}>
        <DayPicker />
      </Form.Item>
    </div>
  );
}
