import { Form, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
  AgreementPartners,
  CreateAgreement,
} from '@/graphql/generated/features/agreements/agreement';
import { addDays, today } from '@/shared/format/days';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { Page as Frame } from '@/shared/ui/page';
import { uiMessages } from '@/shared/ui/ui.messages';
import { useMembership } from '@/shared/viewer/use-membership';
import { AgreementForm, type AgreementContent } from './agreement-form';
import { agreementMessages } from './agreement.messages';
import { clausesInput } from './drafting/clauses';
import { TemplatePicker } from './templates/template-picker';
import './agreements.css';

interface Values {
  readonly partner: Partner;
  readonly content: AgreementContent;
  /** Where the text was drafted from. */
  readonly template?: { readonly templateId: string; readonly versionNumber: number } | null;
}
interface Partner {
  readonly value: string;
  readonly label: string;
}

export function Page() {
  const text = useText(agreementMessages);
  const ui = useText(uiMessages);
  const { organisationId = '' } = useParams();
  const navigate = useNavigate();
  const { run } = useAction(CreateAgreement, { refreshes: ['Agreements', 'AgreementCounts'] });
  const [createdId, setCreatedId] = useState<string | null>(null);
  const { form, submit, ...state } = useActionForm<Values, Parameters<typeof run>[0]>({
    run: async (input) => {
      const { agreement } = await run(input);
      setCreatedId(agreement?.id ?? null);
      if (agreement) await navigate(`/work/${organisationId}/agreements/${agreement.id}`);
    },
    toInput: ({ partner, content, template }) => ({
      organisationId,
      partnerId: partner.value,
      template: template ?? null,
      content: { ...content, clauses: clausesInput(content.clauses) },
    }),
    fieldOf: ([first, ...rest]) => (first === 'partnerId' ? ['partner'] : [first ?? '', ...rest]),
  });
  const draft = useDraft(form, `agreement.new.${organisationId}`);
  const finish = async (values: Values): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  return (
    <Frame title={text('newTitle')} lead={text('newLead')}>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <AgreementForm<Values>
        form={form}
        initialValues={{
          content: {
            form: 'ORDER_CLASS',
            startsOn: today(),
            endsOn: addDays(today(), 364),
            clauses: [{ key: null, heading: '', body: '' }],
          },
        }}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
        isRunning={state.isRunning || createdId !== null}
      >
        <Form.Item
          name="partner"
          label={text('partner')}
          rules={[{ required: true, message: ui('required') }]}
        >
          <PartnerSelect organisationId={organisationId} />
        </Form.Item>
        <TemplatePicker organisationId={organisationId} onUse={draft.keep} />
      </AgreementForm>
    </Frame>
  );
}

interface PartnerSelectProps {
  readonly organisationId: string;
  readonly id?: string;
  readonly value?: Partner;
  readonly onChange?: (partner: Partner) => void;
}

/** A verified organisation of the other kind, found by its name. */
function PartnerSelect({ organisationId, ...field }: PartnerSelectProps) {
  const text = useText(agreementMessages);
  const membership = useMembership(organisationId);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  const { data, isFetching } = useOperation(
    AgreementPartners,
    {
      kinds: membership?.organisation.kind === 'COLLEGE' ? ['ENTERPRISE'] : ['COLLEGE'],
      text: sought === '' ? null : sought,
    },
    { enabled: membership !== null, keepPrevious: true },
  );
  return (
    <Select<Partner>
      {...field}
      labelInValue
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={text('partnerSearch')}
      loading={isFetching}
      notFoundContent={text('noPartner')}
      options={(data?.organisations.nodes ?? []).map(({ id, name, region }) => ({
        value: id,
        label: region ? `${name}（${region.displayName}）` : name,
      }))}
    />
  );
}
