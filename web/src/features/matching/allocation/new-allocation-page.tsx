import { Button, Form, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { OrganisationSelect } from '@/features/organisations/organisation-select';
import { CreateAllocationRun } from '@/graphql/generated/features/matching/allocation/allocation';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { FormProblems } from '@/shared/forms/form-problems';
import { NumberItem } from '@/shared/forms/number-item';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { today } from '@/shared/format/days';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { uiMessages } from '@/shared/ui/ui.messages';
import { allocationMessages } from './allocation.messages';
import { NotAllowed, useMayAllocate } from './may-allocate';
import { PostingsSelect, type ChosenPosting } from './postings-select';
import { setupMessages } from './setup.messages';
import './allocation.css';

interface Values {
  readonly mode: 'STABLE' | 'BEST_TOTAL';
  readonly postings: 'all' | 'chosen';
  readonly jobPostingIds?: readonly ChosenPosting[];
  readonly people: 'all' | 'college';
  readonly collegeId?: string;
  readonly collegeMaximum?: number | null;
  readonly seed: string;
}

const MODES = ['STABLE', 'BEST_TOTAL'] as const;
const MOST_PER_COLLEGE = 10_000;

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
        initialValues={{ mode: 'STABLE', postings: 'all', people: 'all', seed }}
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
        <NumberItem
          name="collegeMaximum"
          label={text('quota')}
          extra={text('quotaHint')}
          min={1}
          max={MOST_PER_COLLEGE}
        />
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

/** Nobody can have chosen it to suit somebody: the day, and eight digits drawn here. */
function freshSeed(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${today()}-${String(drawn % 100_000_000).padStart(8, '0')}`;
}

function inputOf(bureauId: string, values: Values) {
  const { mode, seed, postings, jobPostingIds, people, collegeId, collegeMaximum } = values;
  return {
    bureauId,
    mode,
    seed,
    jobPostingIds: postings === 'chosen' ? (jobPostingIds ?? []).map(({ value }) => value) : null,
    collegeId: people === 'college' ? (collegeId ?? null) : null,
    collegeMaximum: collegeMaximum ?? null,
  };
}
