import { Form, Radio, Select, Space } from 'antd';
import { useDeferredValue, useState } from 'react';
import {
  OpenPostingToPartner,
  OwnOpenPostings,
} from '@/graphql/generated/features/agreements/agreement';
import { addDays, today } from '@/shared/format/days';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownAgreement } from './agreement-section';
import { agreementMessages } from './agreement.messages';

interface Values {
  readonly jobPostingId: string;
  readonly rule: 'PARTNERS_FIRST' | 'PARTNERS_ONLY';
  readonly partnersUntil?: string | null;
}

export interface OpenPostingDialogProps {
  readonly agreement: ShownAgreement;
  readonly organisationId: string;
  readonly onClose: (isDone: boolean) => void;
}

/** Opens one of the enterprise's postings to the college, first or alone. */
export function OpenPostingDialog(props: OpenPostingDialogProps) {
  const { agreement, organisationId, onClose } = props;
  const text = useText(agreementMessages);
  const ui = useText(uiMessages);
  const required = { required: true, message: ui('required') };
  const { run } = useAction(OpenPostingToPartner);
  return (
    <ActionDialog<Values>
      title={text('openTitle')}
      lead={text('openText', { college: agreement.college?.name ?? '' })}
      submitLabel={text('openPosting')}
      initialValues={{ rule: 'PARTNERS_FIRST', partnersUntil: addDays(today(), 14) }}
      run={({ jobPostingId, rule, partnersUntil }) =>
        run({
          agreementId: agreement.id,
          jobPostingId,
          rule,
          partnersUntil: rule === 'PARTNERS_FIRST' ? (partnersUntil ?? null) : null,
        })
      }
      fieldOf={([first = '']) => [first === 'until' ? 'partnersUntil' : first]}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item name="jobPostingId" label={text('posting')} rules={[required]}>
            <PostingSelect organisationId={organisationId} />
          </Form.Item>
          <Form.Item name="rule" label={text('rule')} rules={[required]}>
            <Radio.Group>
              <Space orientation="vertical">
                <Radio value="PARTNERS_FIRST">{text('rule_PARTNERS_FIRST')}</Radio>
                <Radio value="PARTNERS_ONLY">{text('rule_PARTNERS_ONLY')}</Radio>
              </Space>
            </Radio.Group>
          </Form.Item>
          <Form.Item noStyle dependencies={['rule']}>
            {() =>
              form.getFieldValue('rule') === 'PARTNERS_FIRST' && (
                <Form.Item
                  name="partnersUntil"
                  label={text('partnersUntil')}
                  rules={[required]}
                  className="gq-agreements-day"
                >
                  <DayPicker min={today()} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}

interface PostingSelectProps {
  readonly organisationId: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
}

function PostingSelect({ organisationId, ...field }: PostingSelectProps) {
  const text = useText(agreementMessages);
  const [typed, setTyped] = useState('');
  const title = useDeferredValue(typed);
  const { data, isFetching } = useOperation(
    OwnOpenPostings,
    { organisationId, title: title === '' ? null : title },
    { keepPrevious: true },
  );
  return (
    <Select<string>
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={text('postingSearch')}
      loading={isFetching}
      notFoundContent={text('noPostings')}
      options={(data?.jobPostings.nodes ?? []).map(({ id, title: label, headcount }) => ({
        value: id,
        label: headcount == null ? label : `${label} · ${text('headcount', { count: headcount })}`,
      }))}
    />
  );
}
