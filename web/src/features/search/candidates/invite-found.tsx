import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import {
  InviteFoundCandidate,
  PostingsToInviteTo,
} from '@/graphql/generated/features/search/candidates/candidates';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { candidatesMessages } from './candidates.messages';

export interface InviteFoundProps {
  readonly organisationId: string;
  readonly candidate: { readonly id: string; readonly takesInvitations: boolean };
}

/** Asks somebody who was found to apply to one of the employer's open postings. */
export function InviteFound({ organisationId, candidate }: InviteFoundProps) {
  const text = useText(candidatesMessages);
  const [isOpen, setOpen] = useState(false);
  if (!candidate.takesInvitations) return <span className="gq-lead">{text('notWanted')}</span>;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {text('invite')}
      </Button>
      {isOpen && (
        <InviteDialog
          organisationId={organisationId}
          profileId={candidate.id}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function InviteDialog({
  organisationId,
  profileId,
  onClose,
}: {
  readonly organisationId: string;
  readonly profileId: string;
  readonly onClose: () => void;
}) {
  const text = useText(candidatesMessages);
  const { run } = useAction(InviteFoundCandidate);
  const { data, isFetching } = useOperation(PostingsToInviteTo, { organisationId });
  return (
    <ActionDialog<{ jobPostingId: string }>
      title={text('invite')}
      lead={text('inviteText')}
      submitLabel={text('invite')}
      run={({ jobPostingId }) => run({ jobPostingId, profileId })}
      fieldOf={([first]) => [first === 'jobPostingId' ? first : '']}
      onClose={(isDone) => {
        if (isDone) toast.success(text('invited'));
        onClose();
      }}
    >
      <Form.Item
        name="jobPostingId"
        label={text('posting')}
        rules={[{ required: true, message: text('postingMissing') }]}
      >
        <Select<string>
          showSearch
          optionFilterProp="label"
          placeholder={text('postingSearch')}
          loading={isFetching}
          notFoundContent={text('noPostings')}
          options={data?.jobPostings.nodes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
    </ActionDialog>
  );
}
