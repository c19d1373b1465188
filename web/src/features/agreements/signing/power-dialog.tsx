import { Form } from 'antd';
import { DelegateAgreementTurn } from '@/graphql/generated/features/agreements/signing/signing';
import { addDays, today } from '@/shared/format/days';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { FileUpload } from '@/shared/ui/file-upload';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { UploadedFile } from '@/shared/ui/use-upload';
import { useViewer } from '@/shared/viewer/use-viewer';
import { MemberSelect } from './member-select';
import type { TurnDialogProps } from './turn-actions';
import { turnsMessages } from './turns.messages';

interface Values {
  readonly delegateId: string;
  readonly file: UploadedFile;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** Lets another member sign in one’s place, with the power of attorney that says so. */
export function PowerDialog({ turn, organisationId, onClose }: TurnDialogProps) {
  const text = useText(turnsMessages);
  const ui = useText(uiMessages);
  const viewer = useViewer();
  const { run } = useAction(DelegateAgreementTurn);
  const required = { required: true, message: ui('required') };
  return (
    <ActionDialog<Values>
      title={text('delegateTitle')}
      lead={text('delegateText')}
      submitLabel={text('delegate')}
      initialValues={{ validFrom: today(), validUntil: addDays(today(), 30) }}
      run={({ file, ...given }) => run({ signatoryId: turn.id, fileId: file.fileId, ...given })}
      fieldOf={([name = '']) => [name === 'fileId' ? 'file' : name]}
      onClose={onClose}
    >
      <Form.Item
        name="delegateId"
        label={text('delegateTo')}
        extra={text('delegateHint')}
        rules={[required]}
      >
        <MemberSelect
          organisationId={organisationId}
          except={viewer?.account?.id}
          placeholder={text('member')}
        />
      </Form.Item>
      <Form.Item name="file" label={text('powerFile')} rules={[required]}>
        <FileUpload purpose="agreementPower" extensions={['pdf']} />
      </Form.Item>
      <Form.Item name="validFrom" label={text('validFrom')} rules={[required]}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="validUntil" label={text('validUntil')} rules={[required]}>
        <DayPicker min={today()} />
      </Form.Item>
    </ActionDialog>
  );
}
