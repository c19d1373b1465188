import { Form, Input, Select, type FormInstance } from 'antd';
import { CollegeSelect, RegionSelect } from '@/features/reference-data/code-select';
import { useText } from '@/shared/i18n/messages';
import { organisationWordsMessages } from '../../public/organisation-words.messages';
import { ACCOUNT_CLASSES, ORGANISATION_KINDS } from './account-classes';
import { CreditCodeItem } from './credit-code-item';
import { particularsMessages } from './particulars.messages';
import type { ParticularsValues } from './particulars-values';

export interface IdentityItemsProps {
  readonly form: FormInstance<ParticularsValues>;
  /** Registering: the kind is still to be chosen. */
  readonly isNew: boolean;
  /** Verified: changes here end the verification. */
  readonly isVerified: boolean;
}

/** Who the organisation is, as the registry knows it. */
export function IdentityItems({ form, isNew, isVerified }: IdentityItemsProps) {
  const text = useText(particularsMessages);
  const words = useText(organisationWordsMessages);
  const kind = Form.useWatch('kind', { form, preserve: true });
  const accountClass = Form.useWatch('accountClass', form);
  const classes = kind === undefined ? [] : ACCOUNT_CLASSES[kind];
  const needsLicence = (accountClass ?? classes[0]) === 'OPERATING_AGENCY';
  const hint = isVerified ? text('material') : undefined;
  return (
    <>
      {isNew && (
        <Form.Item
          name="kind"
          label={text('kind')}
          extra={text('kindHint')}
          rules={[{ required: true, message: text('kindMissing') }]}
        >
          <Select
            placeholder={text('choose')}
            options={ORGANISATION_KINDS.map((value) => ({ value, label: words(`kind_${value}`) }))}
            onChange={() => form.setFieldValue('accountClass', undefined)}
          />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label={text('name')}
        extra={hint ?? text('nameHint')}
        rules={[
          { required: true, whitespace: true, message: text('nameMissing') },
          { min: 2, message: text('nameShort') },
          { max: 100 },
        ]}
      >
        <Input autoComplete="organization" />
      </Form.Item>
      <CreditCodeItem form={form} hint={hint} />
      {kind === 'COLLEGE' && (
        <Form.Item name="collegeCode" label={text('college')} extra={text('collegeHint')}>
          <CollegeSelect />
        </Form.Item>
      )}
      {classes.length > 1 && (
        <Form.Item name="accountClass" label={text('accountClass')} extra={hint}>
          <Select
            placeholder={text('choose')}
            allowClear={isNew}
            options={classes.map((value) => ({ value, label: words(`class_${value}`) }))}
          />
        </Form.Item>
      )}
      {needsLicence && (
        <Form.Item
          name="hrServiceLicence"
          label={text('licence')}
          extra={hint}
          rules={[
            { required: true, whitespace: true, message: text('licenceMissing') },
            { max: 60 },
          ]}
        >
          <Input />
        </Form.Item>
      )}
      <Form.Item
        name="regionCode"
        label={text('region')}
        extra={hint}
        rules={[{ required: true, message: text('regionMissing') }]}
      >
        <RegionSelect />
      </Form.Item>
    </>
  );
}
