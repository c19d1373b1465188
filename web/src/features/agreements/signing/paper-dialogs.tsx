import { Form, Input } from 'antd';
import { AgreementEvidence } from '@/graphql/generated/features/agreements/evidence/evidence';
import {
  CheckAgreementPaper,
  RefuseAgreementPaper,
  UploadAgreementPaper,
} from '@/graphql/generated/features/agreements/signing/signing';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { FileUpload } from '@/shared/ui/file-upload';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { UploadedFile } from '@/shared/ui/use-upload';
import type { TurnDialogProps } from './turn-actions';
import { turnsMessages } from './turns.messages';

/** Printed, signed and stamped: the scan of it. */
export function PaperDialog({ agreementId, turn, contentHash, onClose }: TurnDialogProps) {
  const text = useText(turnsMessages);
  const ui = useText(uiMessages);
  const { data } = useOperation(AgreementEvidence, { id: agreementId });
  const { run } = useAction(UploadAgreementPaper);
  const previewUrl = data?.agreement?.previewUrl;
  return (
    <ActionDialog<{ file: UploadedFile }>
      title={text('paperTitle')}
      lead={
        <>
          <ol className="gq-signing-meaning">
            <li>{text('paperStep1')}</li>
            <li>{text('paperStep2')}</li>
            <li>{text('paperStep3')}</li>
          </ol>
          {previewUrl && (
            <a href={previewUrl} target="_blank" rel="noreferrer">
              {text('paperPrint')}
            </a>
          )}
        </>
      }
      submitLabel={text('paperSend')}
      run={({ file }) => run({ signatoryId: turn.id, fileId: file.fileId, contentHash })}
      fieldOf={([name = '']) => [name === 'fileId' ? 'file' : name]}
      onClose={onClose}
    >
      <Form.Item
        name="file"
        label={text('paperFile')}
        rules={[{ required: true, message: ui('required') }]}
      >
        <FileUpload purpose="agreementPaper" extensions={['pdf']} />
      </Form.Item>
    </ActionDialog>
  );
}

interface ScanDialogProps {
  readonly paperCopyId: string;
  readonly downloadUrl: string;
  readonly onClose: (isDone: boolean) => void;
}

/** One of the two checks, with the scan at hand. */
export function CheckDialog({ paperCopyId, downloadUrl, onClose }: ScanDialogProps) {
  const text = useText(turnsMessages);
  const { run } = useAction(CheckAgreementPaper);
  return (
    <ActionDialog<object>
      title={text('checkTitle')}
      lead={
        <>
          <p>{text('checkText')}</p>
          <a href={downloadUrl} target="_blank" rel="noreferrer">
            {text('scanView')}
          </a>
        </>
      }
      submitLabel={text('check')}
      run={() => run({ paperCopyId })}
      onClose={onClose}
    />
  );
}

export function RefuseDialog({ paperCopyId, onClose }: ScanDialogProps) {
  const text = useText(turnsMessages);
  const ui = useText(uiMessages);
  const { run } = useAction(RefuseAgreementPaper);
  return (
    <ActionDialog<{ reason: string }>
      title={text('refuseTitle')}
      lead={text('refuseText')}
      submitLabel={text('refuse')}
      isDangerous
      run={({ reason }) => run({ paperCopyId, reason })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={text('refuseReason')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 500 }]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </ActionDialog>
  );
}
