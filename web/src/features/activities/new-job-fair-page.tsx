import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CreateJobFair } from '@/graphql/generated/features/activities/job-fairs';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { contentOf, JobFairForm, type JobFairValues } from './job-fair-form';
import { jobFairMessages } from './job-fairs.messages';

export function Page() {
  const text = useText(jobFairMessages);
  const { organisationId = '' } = useParams();
  const navigate = useNavigate();
  const [isCreated, setCreated] = useState(false);
  const { run } = useAction(CreateJobFair, { refreshes: ['JobFairs'] });
  const { form, submit, ...state } = useActionForm<JobFairValues, Parameters<typeof run>[0]>({
    run: async (input) => {
      const { jobFair } = await run(input);
      setCreated(true);
      if (jobFair) await navigate(`/job-fairs/${jobFair.id}`);
    },
    toInput: (values) => ({ organisationId, content: contentOf(values) }),
    fieldOf: ([, name]) => [name ?? ''],
  });
  const draft = useDraft(form, `jobFair.new.${organisationId}`);
  const finish = async (values: JobFairValues): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  return (
    <Frame title={text('new')} lead={text('newLead')}>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <JobFairForm
        form={form}
        initialValues={{ admission: 'PARTNERS' }}
        isPublished={false}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
        isRunning={state.isRunning || isCreated}
      />
    </Frame>
  );
}
