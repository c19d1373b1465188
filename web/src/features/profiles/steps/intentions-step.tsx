import { Form, Input, Select } from 'antd';
import { postingWordsMessages } from '@/features/job-postings/public/posting-words.messages';
import { OccupationSelect, RegionSelect } from '@/features/reference-data/code-select';
import {
  ReplaceIntentions,
  type EngagementType,
  type PayPeriod,
} from '@/graphql/generated/features/profiles/profile';
import { DayPicker } from '@/shared/forms/day-picker';
import { useText } from '@/shared/i18n/messages';
import { EntryList } from '../entries/entry-list';
import { amountOf, isAmount } from '../entries/amount';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { StepForm } from '../step-form';
import { orNull, useSave } from '../use-save';

interface Values {
  readonly intentions: readonly {
    readonly title?: string | null;
    readonly occupationCode?: string | null;
    readonly regionCodes?: string[] | null;
    readonly payMin?: string | null;
    readonly payMax?: string | null;
    readonly payPeriod?: PayPeriod | null;
    readonly engagementType?: EngagementType | null;
    readonly startFrom?: string | null;
  }[];
}

const MAX = 5;
const MAX_REGIONS = 10;
const PERIODS = ['MONTH', 'DAY', 'HOUR', 'YEAR', 'PIECE'] as const;
const ENGAGEMENTS = [
  'FULL_TIME',
  'PART_TIME',
  'INTERNSHIP',
  'SEASONAL',
  'FLEXIBLE',
  'LABOUR_DISPATCH',
] as const;

export function IntentionsStep({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const run = useSave(ReplaceIntentions);
  return (
    <StepForm<Values>
      step="intentions"
      initialValues={{
        intentions: profile.intentions.map(({ occupation, regions, payMin, payMax, ...entry }) => ({
          ...entry,
          occupationCode: occupation?.code ?? null,
          regionCodes: regions.map(({ code }) => code),
          payMin: payMin && amountOf(payMin.amount),
          payMax: payMax && amountOf(payMax.amount),
        })),
      }}
      run={({ intentions }) =>
        run({
          version: profile.version,
          intentions: intentions.map((entry) => ({
            title: orNull(entry.title),
            occupationCode: orNull(entry.occupationCode),
            regionCodes: entry.regionCodes ?? [],
            payMin: money(entry.payMin),
            payMax: money(entry.payMax),
            payPeriod: entry.payPeriod ?? 'MONTH',
            engagementType: orNull(entry.engagementType),
            startFrom: orNull(entry.startFrom),
          })),
        })
      }
    >
      {() => (
        <>
          <p className="gq-profile-note">{text('intentionsLead')}</p>
          <EntryList
            name="intentions"
            titleOf={(place) => text('intention', { place })}
            addLabel={text('addIntention')}
            max={MAX}
            isOrdered
            newEntry={{ payPeriod: 'MONTH' }}
          >
            {(place) => <IntentionFields place={place} />}
          </EntryList>
        </>
      )}
    </StepForm>
  );
}

function IntentionFields({ place }: { readonly place: number }) {
  const text = useText(profilesMessages);
  const word = useText(postingWordsMessages);
  const amount = [
    {
      validator: (_: unknown, value: string | null | undefined) =>
        value == null || value === '' || isAmount(value)
          ? Promise.resolve()
          : Promise.reject(new Error(text('payWrong'))),
    },
  ];
  return (
    <div className="gq-profile-grid">
      <Form.Item name={[place, 'title']} label={text('title')} extra={text('titleHint')}>
        <Input />
      </Form.Item>
      <Form.Item name={[place, 'occupationCode']} label={text('occupation')}>
        <OccupationSelect />
      </Form.Item>
      <Form.Item name={[place, 'regionCodes']} label={text('regions')}>
        <RegionSelect multiple max={MAX_REGIONS} />
      </Form.Item>
      <Form.Item name={[place, 'engagementType']} label={text('engagementType')}>
        <Select
          allowClear
          placeholder={text('engagementAny')}
          options={ENGAGEMENTS.map((value) => ({ value, label: word(`engagement_${value}`) }))}
        />
      </Form.Item>
      <div className="gq-profile-pair">
        <Form.Item name={[place, 'payMin']} label={text('payMin')} rules={amount}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name={[place, 'payMax']} label={text('payMax')} rules={amount}>
          <Input inputMode="decimal" />
        </Form.Item>
      </div>
      <div className="gq-profile-pair">
        <Form.Item name={[place, 'payPeriod']} label={text('payPeriod')}>
          <Select options={PERIODS.map((value) => ({ value, label: text(`period_${value}`) }))} />
        </Form.Item>
        <Form.Item name={[place, 'startFrom']} label={text('startFrom')}>
          <DayPicker />
        </Form.Item>
      </div>
    </div>
  );
}

function money(typed: string | null | undefined) {
  return typed == null || typed.trim() === '' ? null : { amount: amountOf(typed) };
}
