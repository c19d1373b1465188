import { useNavigate, useParams } from 'react-router';
import {
  JobFair,
  UpdateJobFair,
  type JobFairQuery,
} from '@/graphql/generated/features/activities/job-fairs';
import { wallClockInChina } from '@/shared/format/china-time';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { contentOf, JobFairForm, type JobFairValues } from './job-fair-form';
import { jobFairMessages } from './job-fairs.messages';

type Fair = NonNullable<JobFairQuery['jobFair']>;

export function Page() {
  const text = useText(jobFairMessages);
  const { jobFairId = '' } = useParams();
  const query = useOperation(JobFair, { id: jobFairId });
  return (
    <Frame title={text('editTitle')} lead={text('editLead')}>
      <Loaded of={query}>
        {({ jobFair }) =>
          jobFair?.viewerCan.update ? (
            <Editor fair={jobFair} />
          ) : (
            <div className="gq-card">
              <EmptyState title={text(jobFair ? 'closed' : 'gone')} />
            </div>
          )
        }
      </Loaded>
    </Frame>
  );
}

function Editor({ fair }: { readonly fair: Fair }) {
  const navigate = useNavigate();
  const { id: jobFairId, version, region } = fair;
  const { run } = useAction(UpdateJobFair, { refreshes: ['JobFairs', 'JobFair'] });
  const { form, submit, ...state } = useActionForm<JobFairValues, Parameters<typeof run>[0]>({
    run: async (input) => {
      await run(input);
      await navigate(`/job-fairs/${jobFairId}`);
    },
    toInput: (values) => ({ jobFairId, version, content: contentOf(values) }),
    fieldOf: ([first, name]) => [name ?? first ?? ''],
  });
  const draft = useDraft(form, `jobFair.edit.${jobFairId}.${version}`);
  const finish = async (values: JobFairValues): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  const { name, description, address, admission, seatLimit } = fair;
  return (
    <>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <JobFairForm
        form={form}
        initialValues={{
          ...{ name, description, address, admission, seatLimit },
          ...(region ? { regionCode: region.code } : {}),
          startsAt: wallClockInChina(fair.startsAt),
          endsAt: wallClockInChina(fair.endsAt),
          registrationClosesAt: wallClockInChina(fair.registrationClosesAt),
        }}
        isPublished={fair.state !== 'DRAFT'}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
      />
    </>
  );
}
