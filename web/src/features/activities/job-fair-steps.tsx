import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  CancelJobFair,
  PublishJobFair,
  type JobFairQuery,
} from '@/graphql/generated/features/activities/job-fairs';
import { ActionRefused, useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { jobFairMessages } from './job-fairs.messages';
import { ReasonDialog } from './reason-dialog';

export const REFRESHES = ['JobFair', 'JobFairs', 'JobFairPlaces'];

/** What the organiser does with a fair. */
export function JobFairSteps({ fair }: { readonly fair: NonNullable<JobFairQuery['jobFair']> }) {
  const { id: jobFairId, name, admission, organiser, viewerCan } = fair;
  const text = useText(jobFairMessages);
  const { modal } = App.useApp();
  const [isCancelling, setCancelling] = useState(false);
  const publish = useAction(PublishJobFair, { refreshes: REFRESHES });
  const cancel = useAction(CancelJobFair, { refreshes: REFRESHES });
  const run = async (): Promise<void> => {
    try {
      await publish.run({ jobFairId });
      toast.success(text('done'));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const refused = error instanceof ActionRefused;
      toast.error(
        refused ? error.userErrors.map(({ message }) => message).join('；') : error.message,
      );
    }
  };
  const ask = (): void => {
    void modal.confirm({
      title: text('publishAsk', { name }),
      content: text(`publishText_${admission}`),
      okText: text('publish'),
      cancelText: text('keep'),
      onOk: run,
    });
  };
  return (
    <>
      {viewerCan.update && (
        <Link
          className="gq-button gq-button-plain"
          to={`/work/${organiser?.id ?? ''}/job-fairs/${jobFairId}/edit`}
        >
          {text('edit')}
        </Link>
      )}
      {viewerCan.cancel && <Button onClick={() => setCancelling(true)}>{text('cancel')}</Button>}
      {viewerCan.publish && (
        <Button type="primary" onClick={ask}>
          {text('publish')}
        </Button>
      )}
      {isCancelling && (
        <ReasonDialog
          title={text('cancel')}
          lead={text('cancelText')}
          run={(reason) => cancel.run({ jobFairId, reason })}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
}
