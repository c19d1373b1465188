import { Form, Select } from 'antd';
import {
  ExportApplications,
  type ExportApplicationsMutationVariables,
} from '@/graphql/generated/features/applications/employer/employer';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { boardMessages } from './board.messages';

type Purpose = ExportApplicationsMutationVariables['input']['purpose'];
const PURPOSES = ['SELECTION', 'INTERVIEWS', 'ONBOARDING', 'REPORTING'] as const;

export interface ExportDialogProps {
  readonly jobPostingId: string;
  readonly onClose: () => void;
}

/** Everybody who applied, as a workbook, for a purpose that is recorded. */
export function ExportDialog({ jobPostingId, onClose }: ExportDialogProps) {
  const text = useText(boardMessages);
  const { run } = useAction(ExportApplications, { refreshes: [] });
  return (
    <ActionDialog<{ readonly purpose: Purpose }>
      title={text('export')}
      lead={text('exportLead')}
      submitLabel={text('export')}
      initialValues={{ purpose: 'SELECTION' }}
      run={async ({ purpose }) => {
        const { downloadUrl } = await run({ jobPostingId, purpose });
        if (downloadUrl === null) return;
        window.location.assign(downloadUrl);
        toast.success(text('exported'));
      }}
      onClose={onClose}
    >
      <Form.Item required name="purpose" label={text('purpose')}>
        <Select options={PURPOSES.map((value) => ({ value, label: text(`purpose_${value}`) }))} />
      </Form.Item>
    </ActionDialog>
  );
}
