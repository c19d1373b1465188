import { Form, Select } from 'antd';
import {
  PostingsToBring,
  RegisterForJobFair,
} from '@/graphql/generated/features/activities/job-fairs';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { REFRESHES } from './job-fair-steps';
import { jobFairMessages } from './job-fairs.messages';

export interface RegisterDialogProps {
  readonly jobFairId: string;
  readonly organisationId: string;
  /** What it brings already. */
  readonly brought: readonly { readonly id: string; readonly title: string }[];
  readonly onClose: () => void;
}

/** An organisation says that it comes, and which of its open postings it brings. */
export function RegisterDialog(props: RegisterDialogProps) {
  const { jobFairId, organisationId, brought, onClose } = props;
  const text = useText(jobFairMessages);
  const { run } = useAction(RegisterForJobFair, { refreshes: REFRESHES });
  const { data, isFetching } = useOperation(PostingsToBring, { organisationId });
  const open = data?.jobPostings.nodes ?? [];
  return (
    <ActionDialog<{ jobPostingIds: string[] }>
      title={text('register')}
      lead={text('registerText')}
      submitLabel={text('register')}
      initialValues={{ jobPostingIds: brought.map(({ id }) => id) }}
      run={({ jobPostingIds }) => run({ jobFairId, organisationId, jobPostingIds })}
      fieldOf={([first = '']) => [first]}
      onClose={(isDone) => {
        if (isDone) toast.success(text('done'));
        onClose();
      }}
    >
      <Form.Item name="jobPostingIds" label={text('postings')}>
        <Select<string[]>
          mode="multiple"
          maxCount={50}
          optionFilterProp="label"
          placeholder={text('postingsSearch')}
          loading={isFetching}
          notFoundContent={text('noPostings')}
          options={[...new Map([...brought, ...open].map((one) => [one.id, one.title]))].map(
            ([value, label]) => ({ value, label }),
          )}
        />
      </Form.Item>
    </ActionDialog>
  );
}
