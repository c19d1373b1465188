import { Form, Input, Select } from 'antd';
import { LoadingState } from '@/shared/ui/states';
import {
  EmployerApplication,
  MakeOffer,
  type EmployerApplicationQuery,
  type MakeOfferMutationVariables,
} from '@/graphql/generated/features/applications/employer/employer';
import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { postingWordsMessages } from '@/features/job-postings/public/posting-words.messages';
import { instantInChina, todayInChina } from '@/shared/format/china-time';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { NumberItem } from '@/shared/forms/number-item';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { REFRESHED } from '../stages';
import { useApplicationWords } from '../use-application-words';
import type { OneDialogProps } from './step-dialog';
import { stepsMessages } from './steps.messages';

type OfferInput = MakeOfferMutationVariables['input'];
type Posting = NonNullable<EmployerApplicationQuery['application']>['jobPosting'];

interface OfferValues {
  readonly payMin: number;
  readonly payMax?: number | null;
  readonly payPeriod: OfferInput['payPeriod'];
  readonly engagementType: OfferInput['engagementType'];
  readonly workplace: string;
  readonly startOn: string;
  readonly answerDueOn: string;
  readonly message?: string;
}

const MAX_PAY = 99_999_999;
const PERIODS = ['MONTH', 'DAY', 'HOUR', 'PIECE', 'YEAR'] as const;
const ENGAGEMENTS = [
  'FULL_TIME',
  'PART_TIME',
  'INTERNSHIP',
  'LABOUR_DISPATCH',
  'SEASONAL',
  'FLEXIBLE',
] as const;

/** Makes an offer; it begins with what the posting says. */
export function OfferDialog({ card, onClose }: OneDialogProps) {
  const { data } = useOperation(EmployerApplication, { id: card.id });
  if (data === undefined) return <LoadingState />;
  return <OfferForm card={card} posting={data.application?.jobPosting ?? null} onClose={onClose} />;
}

function OfferForm({ card, posting, onClose }: OneDialogProps & { readonly posting: Posting }) {
  const text = useText(stepsMessages);
  const periods = useText(postingWordsMessages);
  const { engagement } = usePostingWords();
  const { name } = useApplicationWords();
  const { run } = useAction(MakeOffer, { refreshes: REFRESHED });
  const needed = [{ required: true, message: text('needed') }];
  return (
    <ActionDialog<OfferValues>
      title={`${text('offer')} · ${name(card)}`}
      lead={text('offerText')}
      submitLabel={text('sendOffer')}
      initialValues={initialOf(posting)}
      run={({ payMin, payMax, answerDueOn, message, ...offer }) =>
        run({
          ...offer,
          applicationId: card.id,
          payMin: yuan(payMin),
          ...(payMax == null ? {} : { payMax: yuan(payMax) }),
          answerDueAt: instantInChina(`${answerDueOn}T18:00`),
          ...(message ? { message } : {}),
        })
      }
      fieldOf={([field = '']) => [field === 'answerDueAt' ? 'answerDueOn' : field]}
      onClose={onClose}
    >
      <div className="gq-candidates-pair">
        <NumberItem
          name="payMin"
          label={text('payMin')}
          min={0.01}
          max={MAX_PAY}
          decimals={2}
          rules={needed}
        />
        <NumberItem name="payMax" label={text('payMax')} min={0.01} max={MAX_PAY} decimals={2} />
        <Form.Item name="payPeriod" label={text('payPeriod')} rules={needed}>
          <Select
            options={PERIODS.map((value) => ({ value, label: periods(`period_${value}`).trim() }))}
          />
        </Form.Item>
        <Form.Item name="engagementType" label={text('engagementType')} rules={needed}>
          <Select options={ENGAGEMENTS.map((value) => ({ value, label: engagement(value) }))} />
        </Form.Item>
        <Form.Item name="startOn" label={text('startOn')} rules={needed}>
          <DayPicker min={todayInChina()} />
        </Form.Item>
        <Form.Item
          name="answerDueOn"
          label={text('answerDueOn')}
          extra={text('answerDueHint')}
          rules={needed}
        >
          <DayPicker min={todayInChina(1)} max={todayInChina(30)} />
        </Form.Item>
      </div>
      <Form.Item
        name="workplace"
        label={text('workplace')}
        rules={[{ required: true, min: 2, message: text('needed') }, { max: 200 }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="message" label={text('message')} rules={[{ max: 1000 }]}>
        <Input.TextArea rows={3} count={{ show: true, max: 1000 }} />
      </Form.Item>
    </ActionDialog>
  );
}

function yuan(amount: number) {
  return { amount: amount.toFixed(2), currency: 'CNY' as const };
}

function initialOf(posting: Posting): Partial<OfferValues> {
  const place = [posting?.region?.fullName, posting?.address].filter(Boolean).join(' ');
  const { min, max, period } = posting?.pay ?? {};
  return {
    ...(min ? { payMin: Number(min.amount) } : {}),
    ...(max ? { payMax: Number(max.amount) } : {}),
    payPeriod: period ?? 'MONTH',
    engagementType: posting?.engagementType ?? 'FULL_TIME',
    ...(place === '' ? {} : { workplace: place.slice(0, 200) }),
    startOn: todayInChina(14),
    answerDueOn: todayInChina(7),
  };
}
