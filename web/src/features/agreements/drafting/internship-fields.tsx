import { Form, Input, Radio } from 'antd';
import { DraftingInternshipLimits } from '@/graphql/generated/features/agreements/drafting/drafting';
import { useFormat } from '@/shared/format/use-format';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { NumberItem } from '@/shared/forms/number-item';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { internshipMessages } from '../internship/internship.messages';

/** How the student works and is paid, as the form has it. */
export interface InternshipValue {
  readonly postTitle: string;
  readonly monthlyPay: number;
  readonly postMonthlyPay: number;
  readonly hoursPerDay: number;
  readonly hoursPerWeek: number;
  readonly hasNightWork: boolean;
  readonly hostEmployees: number;
  readonly postEmployees: number;
  readonly collegeTutor: string;
  readonly hostTutor: string;
}

const at = (field: keyof InternshipValue): string[] => ['content', 'internship', field];
const MAX_YUAN = 1_000_000;

/** What an internship agreement says of post, pay, hours and tutors, with the limits of the rules beside each field. */
export function InternshipFields() {
  const text = useText(internshipMessages);
  const ui = useText(uiMessages);
  const { number, share } = useFormat();
  const form = Form.useFormInstance();
  const on = Form.useWatch(['content', 'startsOn'], form) as string | null | undefined;
  const wage = Form.useWatch(at('postMonthlyPay'), form) as unknown;
  const { data } = useOperation(
    DraftingInternshipLimits,
    { on: on ?? null },
    { keepPrevious: true },
  );
  const limits = data?.internshipLimits;
  const required = { required: true, message: ui('required') };
  const name = [
    { ...required, whitespace: true },
    { min: 2, max: 40 },
  ];
  const payHint =
    limits &&
    (typeof wage === 'number'
      ? text('payLeast', {
          share: share(limits.payShare),
          yuan: number(Math.ceil(wage * limits.payShare)),
        })
      : text('payShare', { share: share(limits.payShare) }));
  return (
    <fieldset className="gq-drafting">
      <legend>{text('title')}</legend>
      {limits && <p className="gq-agreements-soft">{text('source', { source: limits.source })}</p>}
      <Form.Item
        name={at('postTitle')}
        label={text('postTitle')}
        rules={[
          { ...required, whitespace: true },
          { min: 2, max: 60 },
        ]}
      >
        <Input />
      </Form.Item>
      <div className="gq-agreements-row">
        <NumberItem
          name={at('postMonthlyPay')}
          label={text('postMonthlyPay')}
          extra={text('postMonthlyPayHint')}
          rules={[required]}
          min={1}
          max={MAX_YUAN}
        />
        <NumberItem
          name={at('monthlyPay')}
          label={text('monthlyPay')}
          extra={payHint}
          rules={[required]}
          min={0}
          max={MAX_YUAN}
        />
        <NumberItem
          name={at('hoursPerDay')}
          label={text('hoursPerDay')}
          extra={limits && text('atMostHours', { hours: number(limits.maxHoursPerDay) })}
          rules={[required]}
          min={0.5}
          max={24}
          decimals={2}
        />
        <NumberItem
          name={at('hoursPerWeek')}
          label={text('hoursPerWeek')}
          extra={limits && text('atMostHours', { hours: number(limits.maxHoursPerWeek) })}
          rules={[required]}
          min={0.5}
          max={168}
          decimals={2}
        />
        <NumberItem
          name={at('hostEmployees')}
          label={text('hostEmployees')}
          extra={limits && text('hostShare', { share: share(limits.maxShareOfHost) })}
          rules={[required]}
          min={1}
          max={1_000_000}
        />
        <NumberItem
          name={at('postEmployees')}
          label={text('postEmployees')}
          extra={limits && text('postShare', { share: share(limits.maxShareOfPost) })}
          rules={[required]}
          min={1}
          max={1_000_000}
        />
        <Form.Item name={at('collegeTutor')} label={text('collegeTutor')} rules={name}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name={at('hostTutor')} label={text('hostTutor')} rules={name}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item
        name={at('hasNightWork')}
        label={text('hasNightWork')}
        extra={limits && !limits.allowsNightWork && text('noNightWork')}
        initialValue={false}
        rules={[required]}
      >
        <RadioGroup>
          <Radio value={false}>{text('no')}</Radio>
          <Radio value>{text('yes')}</Radio>
        </RadioGroup>
      </Form.Item>
    </fieldset>
  );
}
