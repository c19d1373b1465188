import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { PlanAgreementCeremony } from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { instantInChina } from '@/shared/format/china-time';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { CeremonyForm, type CeremonyValues } from './ceremony-form';
import { ceremonyMessages } from './ceremony.messages';

export function Page() {
  const text = useText(ceremonyMessages);
  const { organisationId = '' } = useParams();
  const navigate = useNavigate();
  const [isPlanned, setPlanned] = useState(false);
  const { run } = useAction(PlanAgreementCeremony, { refreshes: ['AgreementCeremonies'] });
  const { form, submit, ...state } = useActionForm<CeremonyValues, Parameters<typeof run>[0]>({
    run: async (input) => {
      const { ceremony } = await run(input);
      setPlanned(true);
      if (ceremony) await navigate(`/work/${organisationId}/ceremonies/${ceremony.id}`);
    },
    toInput: (values) => ({ organisationId, ...ceremonyInput(values) }),
    fieldOf: ([first]) => [first ?? ''],
  });
  const draft = useDraft(form, `ceremony.new.${organisationId}`);
  const finish = async (values: CeremonyValues): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  return (
    <Frame title={text('new')} lead={text('newLead')}>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <CeremonyForm
        organisationId={organisationId}
        form={form}
        initialValues={{}}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
        isRunning={state.isRunning || isPlanned}
      />
    </Frame>
  );
}

export function ceremonyInput({ name, place, startsAt, agreementIds }: CeremonyValues) {
  return {
    name,
    place,
    startsAt: instantInChina(startsAt),
    agreementIds: agreementIds.map(({ id }) => id),
  };
}
