import { Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  AudienceAgreements,
  OpenPostingToPartner,
} from '@/graphql/generated/features/job-postings/own/overview/own-posting';
import { todayInChina } from '@/shared/format/china-time';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { OwnPosting } from './own-posting-page';
import { overviewMessages } from './overview.messages';

interface AudienceSectionProps {
  readonly organisationId: string;
  readonly posting: OwnPosting;
}

/** Who sees the posting; partner colleges come in under an agreement. */
export function AudienceSection({ organisationId, posting }: AudienceSectionProps) {
  const text = useText(overviewMessages);
  const format = useFormat();
  const locale = useLocale();
  const [isOpening, setOpening] = useState(false);
  const { rule, partnersUntil, colleges } = posting.audience;
  const mayOpen = posting.viewerCan.answerQuestions && posting.state !== 'CLOSED';
  const { data } = useOperation(AudienceAgreements, { organisationId }, { enabled: mayOpen });
  const agreements = (data?.agreements.nodes ?? []).filter(({ state }) => state === 'EFFECTIVE');
  return (
    <Section
      title={text('audience')}
      actions={
        mayOpen &&
        agreements.length > 0 && (
          <Button onClick={() => setOpening(true)}>{text('openToPartner')}</Button>
        )
      }
    >
      <p>
        {text(`audienceNow_${rule}`, {
          day: partnersUntil === null ? '' : format.date(partnersUntil),
        })}
      </p>
      {colleges.length > 0 && (
        <p>
          {text('colleges', {
            names: colleges.map(({ name }) => name).join(locale === 'en' ? ', ' : '、'),
          })}
        </p>
      )}
      {mayOpen && data !== undefined && agreements.length === 0 && (
        <p className="gq-own-explain">
          {text('noAgreement')}{' '}
          <Link to={`/work/${organisationId}/agreements`}>{text('toAgreements')}</Link>
        </p>
      )}
      {isOpening && (
        <OpenDialog
          posting={posting}
          agreements={agreements.map(({ id, title, college }) => ({
            value: id,
            label: college === null ? title : `${college.name} · ${title}`,
          }))}
          onClose={() => setOpening(false)}
        />
      )}
    </Section>
  );
}

interface OpenValues {
  readonly agreementId: string;
  readonly rule: 'PARTNERS_FIRST' | 'PARTNERS_ONLY';
  readonly partnersUntil?: string | null;
}

interface OpenDialogProps {
  readonly posting: OwnPosting;
  readonly agreements: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
}

function OpenDialog({ posting, agreements, onClose }: OpenDialogProps) {
  const text = useText(overviewMessages);
  const { run } = useAction(OpenPostingToPartner);
  const needed = [{ required: true, message: text('choose') }];
  return (
    <ActionDialog<OpenValues>
      title={text('openToPartner')}
      lead={text('openLead')}
      submitLabel={text('openToPartner')}
      initialValues={{
        rule: 'PARTNERS_FIRST',
        partnersUntil: todayInChina(14),
        ...(agreements[0] ? { agreementId: agreements[0].value } : {}),
      }}
      run={({ agreementId, rule, partnersUntil }) =>
        run({
          agreementId,
          rule,
          jobPostingId: posting.id,
          ...(rule === 'PARTNERS_FIRST' && partnersUntil ? { partnersUntil } : {}),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item name="agreementId" label={text('agreement')} rules={needed}>
            <Select options={[...agreements]} />
          </Form.Item>
          <Form.Item name="rule" label={text('rule')} rules={needed}>
            <Radio.Group
              options={(['PARTNERS_FIRST', 'PARTNERS_ONLY'] as const).map((value) => ({
                value,
                label: text(`rule_${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['rule']}>
            {() =>
              form.getFieldValue('rule') === 'PARTNERS_FIRST' && (
                <Form.Item name="partnersUntil" label={text('partnersUntil')} rules={needed}>
                  <DayPicker min={todayInChina()} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
