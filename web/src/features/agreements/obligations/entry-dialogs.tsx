import { Form, Input } from 'antd';
import {
  DisputeObligationEvidence,
  EnterObligationEvidence,
  WithdrawObligationEvidence,
} from '@/graphql/generated/features/agreements/obligations/obligations';
import { today } from '@/shared/format/days';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { NumberItem } from '@/shared/forms/number-item';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownAgreement } from '../agreement-section';
import type { Obligation } from './obligations-section';
import { obligationsMessages } from './obligations.messages';

const REFRESHES = { refreshes: ['AgreementObligations'] };

interface EntryDialogProps {
  readonly agreement: Pick<ShownAgreement, 'id' | 'startsOn' | 'endsOn'>;
  readonly obligation: Obligation;
  readonly onClose: () => void;
}

/** Enters what was done. */
export function EntryDialog({ agreement, obligation, onClose }: EntryDialogProps) {
  const text = useText(obligationsMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(EnterObligationEvidence, REFRESHES);
  const { metric, key } = obligation;
  const last = agreement.endsOn < today() ? agreement.endsOn : today();
  const required = { required: true, message: ui('required') };
  return (
    <ActionDialog<{ quantity: number; happenedOn: string; note: string }>
      title={text('enterFor', { metric: metric.name })}
      lead={text('enterText')}
      submitLabel={text('enter')}
      initialValues={{ happenedOn: last }}
      run={(values) => run({ agreementId: agreement.id, obligationKey: key, ...values })}
      onClose={(isDone) => {
        if (isDone) toast.success(text('enteredDone'));
        onClose();
      }}
    >
      <NumberItem
        name="quantity"
        label={text('quantity', { unit: metric.unit })}
        rules={[required]}
        min={1}
        max={1_000_000}
      />
      <Form.Item name="happenedOn" label={text('happenedOn')} rules={[required]}>
        <DayPicker min={agreement.startsOn} max={last} />
      </Form.Item>
      <Form.Item
        name="note"
        label={text('note')}
        extra={text('noteHint')}
        rules={[
          { ...required, whitespace: true },
          { min: 2, max: 500 },
        ]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}

interface SettleDialogProps {
  readonly agreementId: string;
  readonly entryId: string;
  readonly onClose: () => void;
}

/** Takes an own entry back. */
export function WithdrawDialog({ agreementId, entryId, onClose }: SettleDialogProps) {
  const text = useText(obligationsMessages);
  const { run } = useAction(WithdrawObligationEvidence, REFRESHES);
  return (
    <ActionDialog
      title={text('withdrawTitle')}
      lead={text('withdrawText')}
      submitLabel={text('withdraw')}
      isDangerous
      run={() => run({ agreementId, entryId })}
      onClose={(isDone) => {
        if (isDone) toast.success(text('withdrawnDone'));
        onClose();
      }}
    />
  );
}

/** Disputes what another party entered. */
export function DisputeDialog({ agreementId, entryId, onClose }: SettleDialogProps) {
  const text = useText(obligationsMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(DisputeObligationEvidence, REFRESHES);
  return (
    <ActionDialog<{ reason: string }>
      title={text('disputeTitle')}
      lead={text('disputeText')}
      submitLabel={text('dispute')}
      isDangerous
      run={({ reason }) => run({ agreementId, entryId, reason })}
      onClose={(isDone) => {
        if (isDone) toast.success(text('disputedDone'));
        onClose();
      }}
    >
      <Form.Item
        name="reason"
        label={text('reason')}
        extra={text('noteHint')}
        rules={[
          { required: true, whitespace: true, message: ui('required') },
          { min: 2, max: 500 },
        ]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}
