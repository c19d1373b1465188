import { Button, Form, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { OrganisationSelect } from '@/features/organisations/organisation-select';
import { CreateAllocationRun } from '@/graphql/generated/features/matching/allocation/allocation';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { uiMessages } from '@/shared/ui/ui.messages';
import { allocationMessages } from './allocation.messages';
import { freshSeed } from './fresh-seed';
import { NotAllowed, useMayAllocate } from './may-allocate';
import { PeopleSelect, type ChosenPerson } from './people-select';
import { PostingsSelect, type ChosenPosting } from './postings-select';
import { QuotaFields, type QuotaBy } from './quota-fields';
import { setupMessages } from './setup.messages';
import './allocation.css';

interface Values {
  readonly mode: 'STABLE' | 'BEST_TOTAL';
  readonly postings: 'all' | 'chosen';
  readonly jobPostingIds?: readonly ChosenPosting[];
  readonly people: 'all' | 'college' | 'chosen';
  readonly collegeId?: string;
  readonly profileIds?: readonly ChosenPerson[];
  readonly quotaBy: QuotaBy;
  readonly collegeMaximum?: number | null;
  readonly regionMaximum?: number | null;
  readonly seed: string;
}

const MODES = ['STABLE', 'BEST_TOTAL'] as const;

export function Page() {
  const { organisationId = '' } = useParams();
  const mayAllocate = useMayAllocate(organisationId);
  return mayAllocate ? <SetUp bureauId={organisationId} /> : <NotAllowed />;
}

/** Who and what takes part, and how; saved as a draft. */
function SetUp({ bureauId }: { readonly bureauId: string }) {
  const text = useText(setupMessages);
  const words = useText(allocationMessages);
  const ui = useText(uiMessages);
  const navigate = useNavigate();
  const [seed] = useState(freshSeed);
  const [isCreated, setCreated] = useState(false);
  const { run } = useAction(CreateAllocationRun, { refreshes: ['AllocationRuns'] });
  const { form, submit, isRunning, problems, failure } = useActionForm<
    Values,
    Parameters<typeof run>[0]
  >({
    run: async (input) => {
      const { allocationRun } = await run(input);
      setCreated(true);
      if (allocationRun) await navigate(`/work/${bureauId}/allocations/${allocationRun.id}`);
    },
    toInput: (values) => inputOf(bureauId, values),
  });
  const draft = useDraft(form, `allocation.new.${bureauId}`);
  const finish = async (values: Values): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  const required = { required: true, message: ui('required') };
  return (
    <Frame title={text('title')} lead={text('lead')}>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark="optional"
        className="gq-card gq-allocation-form"
        initialValues={{ mode: 'STABLE', postings: 'all', people: 'all', quotaBy: 'none', seed }}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
      >
        <Form.Item name="mode" label={text('mode')} rules={[required]}>
          <RadioGroup>
            <Space orientation="vertical" size="middle">
              {MODES.map((mode) => (
                <Radio key={mode} value={mode}>
                  {words(`mode_${mode}`)}
                  <span className="gq-allocation-note">{words(`modeText_${mode}`)}</span>
                </Radio>
              ))}
            </Space>
          </RadioGroup>
        </Form.Item>
        <Form.Item name="postings" label={text('postings')} rules={[required]}>
          <RadioGroup>
            <Space orientation="vertical">
              <Radio value="all">{text('postings_all')}</Radio>
              <Radio value="chosen">{text('postings_chosen')}</Radio>
            </Space>
          </RadioGroup>
        </Form.Item>
        <Form.Item noStyle dependencies={['postings']}>
          {() =>
            form.getFieldValue('postings') === 'chosen' && (
              <Form.Item
                name="jobPostingIds"
                label={text('chosen')}
                extra={text('chosenHint')}
                rules={[required]}
              >
                <PostingsSelect bureauId={bureauId} />
              </Form.Item>
            )
          }
        </Form.Item>
        <Form.Item name="people" label={text('people')} rules={[required]}>
          <RadioGroup>
            <Space orientation="vertical">
              <Radio value="all">{text('people_all')}</Radio>
              <Radio value="college">{text('people_college')}</Radio>
              <Radio value="chosen">{text('people_chosen')}</Radio>
            </Space>
          </RadioGroup>
        </Form.Item>
        <Form.Item noStyle dependencies={['people']}>
          {() =>
            form.getFieldValue('people') === 'college' && (
              <Form.Item
                name="collegeId"
                label={text('college')}
                extra={text('collegeHint')}
                rules={[required]}
              >
                <OrganisationSelect kinds={['COLLEGE']} placeholder={text('collegeSearch')} />
              </Form.Item>
            )
          }
        </Form.Item>
        <Form.Item noStyle dependencies={['people']}>
          {() =>
            form.getFieldValue('people') === 'chosen' && (
              <Form.Item
                name="profileIds"
                label={text('chosenPeople')}
                extra={text('chosenPeopleHint')}
                rules={[required]}
              >
                <PeopleSelect bureauId={bureauId} />
              </Form.Item>
            )
          }
        </Form.Item>
        <QuotaFields />
        <Form.Item
          name="seed"
          label={text('seed')}
          extra={text('seedHint')}
          rules={[{ ...required, whitespace: true }, { max: 100 }]}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <FormProblems problems={problems} failure={failure} />
        <Button type="primary" htmlType="submit" loading={isRunning || isCreated}>
          {text('save')}
        </Button>
      </Form>
    </Frame>
  );
}

function inputOf(bureauId: string, values: Values) {
  const { mode, seed, postings, jobPostingIds, people, collegeId, profileIds } = values;
  const { quotaBy, collegeMaximum, regionMaximum } = values;
  return {
    bureauId,
    mode,
    seed,
    jobPostingIds: postings === 'chosen' ? (jobPostingIds ?? []).map(({ value }) => value) : null,
    collegeId: people === 'college' ? (collegeId ?? null) : null,
    profileIds: people === 'chosen' ? (profileIds ?? []).map(({ value }) => value) : null,
    collegeMaximum: quotaBy === 'college' ? (collegeMaximum ?? null) : null,
    regionMaximum: quotaBy === 'region' ? (regionMaximum ?? null) : null,
  };
}
